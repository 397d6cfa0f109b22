package io.hourshare.contract.draft;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.RouteTemplate;
import io.hourshare.contract.SourceFormat;
import io.hourshare.kernel.FeedId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the route instance: the template that lands the sample's format, with its required parameters. */
final class RouteDraft {

    private final FeedId id;
    private final String fileName;
    private final Sample sample;
    private final Catalogue catalogue;

    RouteDraft(FeedId id, String fileName, Sample sample, Catalogue catalogue) {
        this.id = id;
        this.fileName = fileName;
        this.sample = sample;
        this.catalogue = catalogue;
    }

    String write() {
        RouteTemplate template = catalogue.templates().stream()
                .filter(one -> one.format() == sample.format())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("没有取 " + sample.format() + " 的路由模板。请先在 routes/templates 下添加"));
        StringBuilder yaml = new StringBuilder("- templatedRoute:\n    routeTemplateRef: ")
                .append(template.id())
                .append("\n    routeId: ")
                .append(id)
                .append("\n    parameters:\n");
        for (String name : template.required()) {
            yaml.append("      - name: ")
                    .append(name)
                    .append("\n        value: ")
                    .append(value(name))
                    .append('\n');
        }
        if (template.optional().contains("take") && sample.format() == SourceFormat.XLSX) {
            yaml.append("      - name: take\n        value: newest\n");
        }
        return yaml.toString();
    }

    private String value(String name) {
        Map<String, String> known = Map.of(
                "url", placeholder("url", "/" + id.name()),
                "host", placeholder("sftp-host", ""),
                "user", placeholder("sftp-user", ""),
                "password", placeholder("sftp-password", ""),
                "files", "'" + pattern() + "'",
                "operation", "query" + camel(id.name()));
        if (name.equals("folder")) {
            return sample.format() == SourceFormat.CSV ? "/outgoing/" + id.name() : placeholder("folder", "");
        }
        return known.getOrDefault(name, placeholder(kebab(name), ""));
    }

    private String placeholder(String word, String tail) {
        return "\"{{hourshare.sources." + id.department() + "." + word + "}}" + tail + "\"";
    }

    /** The sample's name with every run of digits open, since those tell days and numbers. */
    private String pattern() {
        Matcher digits = Pattern.compile("[0-9]+").matcher(fileName);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (digits.find()) {
            pattern.append(literal(fileName.substring(from, digits.start()))).append("[0-9]+");
            from = digits.end();
        }
        return pattern.append(literal(fileName.substring(from))).toString();
    }

    private static String literal(String text) {
        return text.replaceAll("([.\\\\+*?^${}()|\\[\\]])", "\\\\$1").replace("'", ".");
    }

    private static String camel(String kebab) {
        StringBuilder camel = new StringBuilder();
        for (String word : kebab.split("-", -1)) {
            camel.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
