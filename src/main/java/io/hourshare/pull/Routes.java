package io.hourshare.pull;

import io.hourshare.contract.Feed;
import io.hourshare.contract.RouteTemplate;
import io.hourshare.kernel.FeedId;
import io.hourshare.land.Landing;
import io.hourshare.pull.folder.FolderWatch;
import io.hourshare.pull.folder.HostKeys;
import io.hourshare.pull.session.Parameters;
import io.hourshare.pull.session.PullReason;
import io.hourshare.pull.table.SourceDatabase;
import io.hourshare.pull.table.TableSteps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * Camel routes of the feeds, each made from its template when it is first needed, so that a bad file or a missing
 * property stops nobody but its own feed.
 */
final class Routes {

    private static final String ORDER = "file:modified;file:name";

    private final CamelContext camel;
    private final List<RouteTemplate> templates;
    private final Map<String, String> texts;
    private final PullSettings settings;
    private final Landing landing;
    private final Function<String, @Nullable String> properties;
    private final HostKeys hostKeys;
    private final FeedObjects objects = new FeedObjects();
    private final Map<String, Parameters> made = new HashMap<>();

    Routes(
            CamelContext camel,
            List<RouteTemplate> templates,
            Map<String, String> texts,
            PullSettings settings,
            Landing landing,
            Function<String, @Nullable String> properties,
            HostKeys hostKeys) {
        this.camel = camel;
        camel.setStreamCaching(false); // it would hold whole bodies in memory before anything of ours sees them
        // Failures are told once, by whoever asked for the pull.
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        ((DefaultRegistry) camel.getCamelContextExtension().getRegistry()).addBeanRepository(objects);
        this.templates = templates;
        this.texts = Map.copyOf(texts);
        this.settings = settings;
        this.landing = landing;
        this.properties = properties;
        this.hostKeys = hostKeys;
    }

    /** Makes the feed's route if it is not there yet, and tells its parameters. */
    synchronized Parameters prepare(Feed feed) {
        String id = feed.id().toString();
        RouteTemplateDefinition template = template(feed.route().template());
        Parameters parameters = parameters(template, feed);
        if (isRemoteFolder(parameters) && parameters.text("knownHosts", "").isEmpty()) {
            hostKeys.pin(parameters.require("host"), Integer.parseInt(parameters.text("port", "22")));
        }
        if (!parameters.equals(made.get(id))) {
            remove(id);
            bind(feed.id(), parameters);
            add(id, template.getId(), parameters);
            made.put(id, parameters);
        }
        return parameters;
    }

    /** A route keeps what it was made with; one with an older password gives way. */
    private void remove(String id) {
        try {
            if (camel.getRoute(id) != null) {
                camel.getRouteController().stopRoute(id);
                camel.removeRoute(id);
            }
        } catch (Exception e) {
            throw PullReason.ROUTE_BROKEN.failure("路由 " + id + " 无法重建：" + e.getMessage(), e);
        }
    }

    private Parameters parameters(RouteTemplateDefinition template, Feed feed) {
        Map<String, String> values = new HashMap<>();
        for (RouteTemplateParameterDefinition parameter : template.getTemplateParameters()) {
            if (parameter.getDefaultValue() != null) {
                values.put(parameter.getName(), Parameters.resolve(parameter.getDefaultValue(), properties));
            }
        }
        feed.route().parameters().forEach((name, value) -> values.put(name, Parameters.resolve(value, properties)));
        return new Parameters(values);
    }

    /** Objects that endpoints of this feed's route refer to by name. */
    private void bind(FeedId feed, Parameters parameters) {
        if (parameters.find("jdbcUrl").isPresent()) {
            TableSteps.checkNames(parameters);
            objects.put("hourshareSource-" + feed, database(parameters));
        }
        if (parameters.find("files").isPresent()) {
            String place = parameters.text("host", "") + parameters.require("folder") + "/";
            objects.put("hourshareWatch-" + feed, new FolderWatch(feed, landing, place, parameters));
        }
        // By reference: in an address their own special characters would end them, and a password would show.
        for (String name : List.of("user", "password")) {
            parameters.find(name).ifPresent(text -> objects.put("hourshare-" + name + "-" + feed, text));
        }
    }

    private SourceDatabase database(Parameters parameters) {
        return new SourceDatabase(
                parameters.require("jdbcUrl"),
                parameters.text("jdbcUser", ""),
                parameters.text("jdbcPassword", ""),
                settings);
    }

    private void add(String feed, String template, Parameters parameters) {
        Map<String, Object> values = new HashMap<>(parameters.values());
        values.put("feed", feed);
        if (isRemoteFolder(parameters)) {
            values.put("hostKeys", hostKeys(parameters));
        }
        values.put("order", parameters.text("take", "").equals("newest") ? "reverse:file:modified" : ORDER);
        try {
            camel.addRouteFromTemplate(feed, template, values);
        } catch (Exception e) {
            throw PullReason.ROUTE_BROKEN.failure("路由 " + feed + " 无法建立：" + e.getMessage(), e);
        }
    }

    private static boolean isRemoteFolder(Parameters parameters) {
        return parameters.find("host").isPresent() && parameters.find("folder").isPresent();
    }

    private String hostKeys(Parameters parameters) {
        String given = parameters.text("knownHosts", "");
        return given.isEmpty() ? hostKeys.file().toString() : given;
    }

    private RouteTemplateDefinition template(String id) {
        ModelCamelContext model = (ModelCamelContext) camel;
        RouteTemplateDefinition known = model.getRouteTemplateDefinition(id);
        if (known == null) {
            load(id);
            known = model.getRouteTemplateDefinition(id);
        }
        if (known == null) {
            throw PullReason.ROUTE_BROKEN.failure("路由模板 " + id + " 不在它的文件里");
        }
        return known;
    }

    private void load(String id) {
        String file = templates.stream()
                .filter(template -> template.id().equals(id))
                .map(RouteTemplate::file)
                .findFirst()
                .orElseThrow(() -> PullReason.ROUTE_BROKEN.failure("没有名为 " + id + " 的路由模板"));
        try {
            String text = texts.getOrDefault(file, "");
            RouteRules.check(file, text);
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(file, text));
        } catch (PullFailedException refused) {
            throw refused;
        } catch (Exception e) {
            throw PullReason.ROUTE_BROKEN.failure("路由模板 " + file + " 有错：" + e.getMessage(), e);
        }
    }
}
