package io.hourshare.contract.draft;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.RouteTemplate;
import io.hourshare.contract.RouteWish;
import io.hourshare.contract.SourceFormat;
import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the route instance: the wished template, or the one that lands the sample's format, with its parameters. */
final class RouteDraft {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
    private static final String BARE = "[\\p{L}_][\\p{L}\\p{N}_./-]*";

    private final FeedId id;
    private final String fileName;
    private final SourceFormat format;
    private final RouteTemplate template;
    private final Map<String, String> wished;

    RouteDraft(FeedId id, String fileName, SourceFormat format, Catalogue catalogue, RouteWish wish) {
        this.id = id;
        this.fileName = fileName;
        this.format = format;
        this.template = template(format, catalogue, wish);
        this.wished = wish.values();
        wished.forEach(this::requireUsable);
    }

    private static RouteTemplate template(SourceFormat format, Catalogue catalogue, RouteWish wish) {
        SourceFormat landed = format == SourceFormat.ROWS ? SourceFormat.CSV : format; // lines of JSON come as files
        String wanted = wish.template();
        return catalogue.templates().stream()
                .filter(one ->
                        wanted == null ? one.format() == landed : one.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException((wanted == null
                                ? "没有取 " + landed + " 的路由模板"
                                : "没有路由模板 " + wanted)
                        + "。可用的有："
                        + catalogue.templates().stream().map(RouteTemplate::id).collect(Collectors.joining("、"))));
    }

    private void requireUsable(String name, String value) {
        if (RouteTemplate.isSecret(name) && !PLACEHOLDER.matcher(value).find()) {
            throw new IllegalArgumentException("口令不写进文件：去掉 --set " + name + "，起草后按提示在启动时给出");
        }
        if (!template.required().contains(name) && !template.optional().contains(name)) {
            List<String> known = new ArrayList<>(template.required());
            known.addAll(template.optional());
            throw new IllegalArgumentException(
                    "路由模板 " + template.id() + " 没有参数 " + name + "。可用的有：" + String.join("、", known));
        }
    }

    /** Whether the feed comes as rows of a database, whatever file its sample is. */
    boolean fromTable() {
        return template.format() == SourceFormat.ROWS;
    }

    /** What the job must say of the format, since the template lands another one by itself. */
    Map<String, String> options() {
        return fromTable() || template.format() == format
                ? Map.of()
                : Map.of("format", format.name().toLowerCase(Locale.ROOT));
    }

    /** @param known values that the sample tells, by parameter: the key's columns, the column of the last change */
    String write(Map<String, String> known) {
        StringBuilder yaml = new StringBuilder("- templatedRoute:\n    routeTemplateRef: ")
                .append(template.id())
                .append("\n    routeId: ")
                .append(id)
                .append("\n    parameters:\n");
        parameters(known)
                .forEach((name, value) -> yaml.append("      - name: ")
                        .append(name)
                        .append("\n        value: ")
                        .append(value.matches(BARE) ? value : "'" + value.replace("'", "''") + "'")
                        .append('\n'));
        return yaml.toString();
    }

    private Map<String, String> parameters(Map<String, String> known) {
        Map<String, String> parameters = new LinkedHashMap<>();
        template.required().forEach(name -> parameters.put(name, known.getOrDefault(name, value(name))));
        for (String name : template.optional()) {
            if (known.containsKey(name)) {
                parameters.put(name, known.get(name));
            } else if (name.equals("jdbcUser") || name.equals("jdbcPassword")) {
                parameters.put(name, value(name)); // optional, yet no department's database goes without
            } else if (name.equals("take") && template.format() == SourceFormat.XLSX) {
                parameters.put(name, "newest");
            }
        }
        parameters.putAll(wished);
        return parameters;
    }

    /** What no sample tells of a way of fetching. */
    Optional<String> note() {
        return switch (template.id()) {
            case "http-paged-json" ->
                Optional.of("翻页与时间的查询参数名取缺省（pageNo、pageSize、cursor），请按接口文档核对，不同时用 --set pageParameter=… 等给出");
            case "soap-xml" ->
                Optional.of("请求报文取缺省的命名空间与报文体，请按接口文档核对 operation、namespace、soapAction、body，不同时用 --set 给出");
            default -> Optional.empty();
        };
    }

    /** Properties that the route names and somebody has to set. */
    static List<String> placeholders(String yaml) {
        return PLACEHOLDER
                .matcher(yaml)
                .results()
                .map(found -> found.group(1).replaceFirst(":.*", "")) // what stands behind is used where nothing is set
                .distinct()
                .toList();
    }

    private String value(String name) {
        return switch (name) {
            case "url" -> placeholder("url", "/" + id.name());
            case "host", "user", "password" -> placeholder("sftp-" + name, "");
            case "files" -> pattern();
            case "operation" -> "query" + camel(id.name());
            case "folder" ->
                template.format() == SourceFormat.CSV ? "/outgoing/" + id.name() : placeholder("folder", "");
            default -> placeholder(kebab(name), "");
        };
    }

    private String placeholder(String word, String tail) {
        return "{{hourshare.sources." + id.department() + "." + word + "}}" + tail;
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
