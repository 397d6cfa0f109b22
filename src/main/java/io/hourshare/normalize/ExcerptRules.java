package io.hourshare.normalize;

import io.hourshare.contract.SourceField;
import io.hourshare.engine.ScalarRule;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.fault.Masking;
import io.hourshare.normalize.fault.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What quarantine shows of a record: masked excerpt, reason in Chinese, the field's title. */
final class ExcerptRules {

    private static final int LENGTH = 600;

    private ExcerptRules() {}

    static List<ScalarRule> of(FeedMapping mapping) {
        Map<String, SourceField> fields = fields(mapping);
        return List.of(
                new Text(NormalizeSql.KEY_EXCERPT, 1, values -> values[0] == null ? null : Masking.numbers(values[0])),
                new Text(NormalizeSql.EXPLANATION, 1, values -> explanation(values[0])),
                new Text(NormalizeSql.TITLE, 1, values -> title(fields, values[0])));
    }

    /** The record's fields, masked, up to a length. */
    static Function<@Nullable String[], String> excerpts(FeedMapping mapping, Layout layout) {
        SourceSight sight = mapping.sight();
        return values -> excerpt(layout, sight, values);
    }

    private static Map<String, SourceField> fields(FeedMapping mapping) {
        return mapping.contract().fields().stream()
                .collect(Collectors.toMap(SourceField::name, Function.identity(), (one, other) -> one, HashMap::new));
    }

    private static String excerpt(Layout layout, SourceSight sight, @Nullable String[] values) {
        StringBuilder excerpt = new StringBuilder();
        for (int i = 0; i < values.length && excerpt.length() < LENGTH; i++) {
            String value = values[i];
            if (value != null && !value.isEmpty()) {
                String name = layout.columns().get(i).name();
                excerpt.append(excerpt.isEmpty() ? "" : "；")
                        .append(name)
                        .append('=')
                        .append(Masking.excerpt(sight.shown(name, value)));
            }
        }
        return excerpt.toString();
    }

    private static @Nullable String explanation(@Nullable String reason) {
        return reason == null
                ? null
                : Reason.valueOf(reason).explanation() + "。"
                        + Reason.valueOf(reason).remedy() + "。";
    }

    private static @Nullable String title(Map<String, SourceField> fields, @Nullable String name) {
        SourceField field = name == null ? null : fields.get(name);
        return field == null ? null : field.title();
    }

    /** A function over texts under a name. */
    private record Text(String name, int parameters, Function<@Nullable String[], @Nullable String> function)
            implements ScalarRule {
        @Override
        public @Nullable String apply(@Nullable String[] arguments) {
            return function.apply(arguments);
        }
    }
}
