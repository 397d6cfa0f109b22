package io.hourshare.contract.internal;

import io.hourshare.contract.RouteInstance;
import io.hourshare.contract.RouteTemplate;
import io.hourshare.contract.SourceFormat;
import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads route templates and their instances as far as the catalogue needs to know them. */
final class RouteReader {

    /** A header whose value proves who asks, written out. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)[\\w-]*(authori[sz]ation|token|secret|password|cookie|key|sign)[\\w-]*\\s*:[^{]*\\S[^{]*");

    private final Problems problems;

    RouteReader(Problems problems) {
        this.problems = problems;
    }

    Optional<RouteTemplate> template(YamlFile file) {
        for (YamlNode item : file.root().items()) {
            YamlNode template = item.get("routeTemplate");
            if (template.exists()) {
                return Optional.of(template(template, file.path()));
            }
        }
        problems.error(file.path(), Place.FILE, "TEMPLATE_MISSING", "文件里没有 routeTemplate", "模板文件须含一个 routeTemplate");
        return Optional.empty();
    }

    private static RouteTemplate template(YamlNode template, String path) {
        String id = template.get("id").text();
        List<String> required = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        for (YamlNode parameter : template.get("parameters").items()) {
            boolean free = parameter.get("defaultValue").exists()
                    || !parameter.get("required").flag(true);
            (free ? optional : required).add(parameter.get("name").text());
        }
        return new RouteTemplate(
                id, template.get("description").text(id), format(template, id), required, optional, path);
    }

    /** What a template lands: its parameter {@code format} says so, otherwise a word of its id. */
    private static SourceFormat format(YamlNode template, String id) {
        String stated = template.get("parameters").items().stream()
                .filter(parameter -> parameter.get("name").text().equals("format"))
                .map(parameter -> parameter.get("defaultValue").text())
                .findFirst()
                .orElse("");
        List<String> words =
                Arrays.asList((stated + "-" + id).toLowerCase(Locale.ROOT).split("-"));
        return Arrays.stream(SourceFormat.values())
                .filter(one -> words.contains(one.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(words.contains("jdbc") ? SourceFormat.ROWS : SourceFormat.JSON);
    }

    RouteInstance instance(FeedId feed, YamlFile file) {
        List<YamlNode> items = file.root().items();
        YamlNode route = items.isEmpty() ? file.root() : items.get(0).get("templatedRoute");
        if (route.get("routeId").exists() && !route.get("routeId").text().equals(feed.toString())) {
            problems.error(
                    route.get("routeId"),
                    "ID_DIFFERS",
                    "routeId 与文件名不一致：" + route.get("routeId").text(),
                    "改为 " + feed);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (YamlNode parameter : route.get("parameters").items()) {
            String name = parameter.get("name").text();
            if (parameters.put(name, parameter.get("value").text()) != null) {
                problems.error(parameter.get("name"), "PARAMETER_REPEATED", "参数 '" + name + "' 给了两次", "只留一处");
            }
            checkSecret(name, parameter.get("value"));
            checkPlaceholder(name, parameter.get("value"));
        }
        return new RouteInstance(feed, route.get("routeTemplateRef").text(), parameters, file.path());
    }

    /** JSON in a body ends in braces of its own. */
    private void checkPlaceholder(String name, YamlNode value) {
        String rest = value.text().replaceAll("\\{\\{[^{}]+}}", "");
        if (rest.contains("{{") || rest.contains("}}") && !name.equals("body")) {
            problems.error(
                    value, "PLACEHOLDER_WRONG", "占位符没有成对的括号：" + value.text(), "写成 {{hourshare.sources.<部门>.<名称>}}");
        }
    }

    private void checkSecret(String name, YamlNode value) {
        boolean secret = RouteTemplate.isSecret(name)
                ? !value.text().isEmpty() && !value.text().contains("{{")
                : name.equals("headers")
                        && value.text()
                                .lines()
                                .anyMatch(line -> SECRET.matcher(line).matches());
        if (secret) {
            problems.error(
                    value,
                    "SECRET_IN_FILE",
                    "参数 '" + name + "' 把口令写在了文件里",
                    "改为占位符 {{hourshare.sources.<部门>." + kebab(name) + "}}，口令放在配置中");
        }
    }

    /** Parameters are camelCase, properties kebab-case. */
    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
