package io.hourshare.contract.internal;

import io.hourshare.contract.RouteTemplate;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Whether the values of a route's parameters are such as their templates describe. */
final class ParameterCheck {

    private static final Pattern CHOICE = Pattern.compile("(?:^|[：、])([a-z]+)（");
    private static final List<String> FLAGS = List.of("true", "false");

    private final Problems problems;

    ParameterCheck(Problems problems) {
        this.problems = problems;
    }

    /** @param parsed the catalogue's files by path */
    void check(RouteTemplate template, YamlNode route, Map<String, YamlFile> parsed) {
        YamlFile file = parsed.get(template.file());
        if (file == null) {
            return;
        }
        Map<String, List<YamlNode>> given = route.get("parameters").items().stream()
                .collect(Collectors.groupingBy(one -> one.get("name").text()));
        file.root().items().stream()
                .flatMap(item -> item.get("routeTemplate").get("parameters").items().stream())
                .forEach(form ->
                        given.getOrDefault(form.get("name").text(), List.of()).forEach(one -> check(form, one)));
    }

    private void check(YamlNode form, YamlNode given) {
        String value = given.get("value").text();
        if (value.isBlank() || value.contains("{{")) {
            return; // given elsewhere
        }
        String title = form.get("description").text("");
        fault(form, value, title)
                .ifPresent(wanted -> problems.error(
                        given.get("value"),
                        "PARAMETER_VALUE",
                        "参数 '" + form.get("name").text() + "' 的值不对：" + value,
                        "改为" + wanted + (title.isEmpty() ? "" : "（" + title + "）")));
    }

    /** What the value should have been. */
    private static Optional<String> fault(YamlNode form, String value, String title) {
        String name = form.get("name").text();
        String usual = form.get("defaultValue").text("");
        List<String> choices =
                CHOICE.matcher(title).results().map(one -> one.group(1)).toList();
        if (usual.matches("[0-9]+")) {
            return wanted(value.strip().matches("[0-9]{1,9}"), "整数，如 " + usual);
        }
        if (FLAGS.contains(usual)) {
            return wanted(FLAGS.contains(value.strip()), " true 或 false");
        }
        if (choices.size() > 1) {
            return wanted(choices.contains(value.strip()), "以下之一：" + String.join("、", choices));
        }
        if (title.contains("JSON 指针")) {
            return wanted(value.startsWith("/"), "以 / 开头的位置，如 /data/list");
        }
        if (title.contains("正则")) {
            return wanted(isPattern(value), "正则表达式，如 .*[.]csv");
        }
        if (name.equals("charset")) {
            return wanted(isCharset(value), "字符集的名称，如 UTF-8、GB18030");
        }
        if (name.endsWith("Pattern")) {
            return wanted(isTimePattern(value), "时间的格式，如 yyyy-MM-dd HH:mm:ss");
        }
        if (name.equals("headers")) {
            return wanted(
                    value.lines().allMatch(line -> line.isBlank() || line.matches("\\s*[\\w-]+\\s*:.*\\S.*")),
                    "“名:值”，每行一个");
        }
        return wanted(!name.equals("url") || value.matches("https?://.+"), "以 http:// 或 https:// 开头的地址");
    }

    private static Optional<String> wanted(boolean right, String form) {
        return right ? Optional.empty() : Optional.of(form);
    }

    private static boolean isPattern(String value) {
        try {
            return Pattern.compile(value).flags() >= 0;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isCharset(String value) {
        try {
            return Charset.isSupported(value.strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isTimePattern(String value) {
        try {
            return !DateTimeFormatter.ofPattern(value).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
