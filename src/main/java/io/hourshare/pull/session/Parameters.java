package io.hourshare.pull.session;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A route's parameters: the template's defaults, the instance's own, placeholders resolved; empty means not given. */
public record Parameters(Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}:]+)(?::([^{}]*))?}}");

    public Parameters {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    public String text(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    public String require(String name) {
        return find(name).orElseThrow(() -> PullReason.NOT_CONFIGURED.failure("路由缺少参数 " + name + "，请在路由文件中补上"));
    }

    public int number(String name, int otherwise) {
        String text = text(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw PullReason.ROUTE_BROKEN.failure("路由参数 " + name + " 应为整数，实为 " + text, e);
        }
    }

    /** Replaces {@code {{property}}} and {@code {{property:default}}}. */
    public static String resolve(String text, Function<String, @Nullable String> properties) {
        StringBuilder resolved = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            String name = placeholder.group(1).strip();
            String value = properties.apply(name);
            value = value == null ? placeholder.group(2) : value;
            if (value == null) {
                throw PullReason.NOT_CONFIGURED.failure("尚未配置 " + name + "，请在应用配置中给出该来源的连接参数");
            }
            placeholder.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return placeholder.appendTail(resolved).toString();
    }
}
