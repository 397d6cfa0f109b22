package io.hourshare.normalize.convert;

import io.hourshare.contract.SourceField;
import io.hourshare.normalize.fault.Reason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says about the values of one source field: lengths, pattern and list hold for the text as it came,
 * least and most for the converted value.
 *
 * @param allowed values that may come, or empty where any may
 * @param limits least and most by their ODCS names, numbers already in the canonical unit
 */
public record Bounds(
        int minLength, int maxLength, @Nullable Pattern pattern, List<String> allowed, Map<String, String> limits) {

    static final Bounds NONE = new Bounds(0, Integer.MAX_VALUE, null, List.of(), Map.of());

    private static final List<String> LIMITS =
            List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

    public Bounds {
        allowed = List.copyOf(allowed);
        limits = Map.copyOf(limits);
    }

    /** @param targetUnit unit of the canonical value, where there is one */
    public static Bounds of(@Nullable SourceField field, @Nullable String targetUnit) {
        if (field == null || field.options().isEmpty()) {
            return NONE;
        }
        Map<String, Object> options = field.options();
        Map<String, String> limits = new HashMap<>();
        for (String limit : LIMITS) {
            if (options.containsKey(limit)) {
                limits.put(limit, converted(String.valueOf(options.get(limit)), field.unit(), targetUnit));
            }
        }
        Object pattern = options.get("pattern");
        return new Bounds(
                length(options.get("minLength"), 0),
                length(options.get("maxLength"), Integer.MAX_VALUE),
                pattern == null ? null : Pattern.compile(pattern.toString()),
                options.get("validValues") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(),
                limits);
    }

    /** The value, or what the contract finds wrong with it; what the rule refused stays refused. */
    Converted check(String text, Converted converted) {
        String value = converted.text();
        if (this == NONE || value == null) {
            return converted;
        }
        Reason reason = ofText(Texts.visible(text));
        Reason wrong = reason == null ? ofValue(value) : reason;
        return wrong == null ? converted : Converted.bad(wrong);
    }

    /**
     * Whether a text and the value that it became surely hold, said without making a string; least and most are only
     * compared with plain numbers.
     */
    boolean surelyHold(byte[] utf8, byte[] value) {
        if (this == NONE) {
            return true;
        }
        if (pattern != null || !allowed.isEmpty() || !limits.isEmpty() && !areSurelyKept(value)) {
            return false;
        }
        int length = 0;
        for (byte octet : utf8) {
            length += (octet & 0xc0) == 0x80 ? 0 : 1;
        }
        return length >= minLength && length <= maxLength;
    }

    /** By the whole part alone, which the value is at least and by less than one more. */
    private boolean areSurelyKept(byte[] value) {
        long whole = whole(value);
        if (whole < 0) {
            return false;
        }
        for (Map.Entry<String, String> limit : limits.entrySet()) {
            long bound = whole(limit.getValue().getBytes(StandardCharsets.UTF_8));
            boolean kept = bound >= 0
                    && limit.getValue().indexOf('.') < 0
                    && switch (limit.getKey()) {
                        case "minimum" -> whole >= bound;
                        case "exclusiveMinimum" -> whole > bound;
                        case "maximum", "exclusiveMaximum" -> whole < bound;
                        default -> false;
                    };
            if (!kept) {
                return false;
            }
        }
        return true;
    }

    /** The digits before the point of a plain number, or -1. */
    private static long whole(byte[] value) {
        long whole = 0;
        boolean point = false;
        for (int i = 0; i < value.length; i++) {
            boolean digit = value[i] >= '0' && value[i] <= '9';
            if (!digit && (value[i] != '.' || point || i == 0) || !point && i >= 18) {
                return -1;
            }
            point |= !digit;
            whole = point ? whole : whole * 10 + value[i] - '0';
        }
        return value.length == 0 ? -1 : whole;
    }

    private @Nullable Reason ofText(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > maxLength) {
            return Reason.TOO_LONG;
        }
        if (length < minLength) {
            return Reason.TOO_SHORT;
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            return Reason.PATTERN_MISMATCH;
        }
        return allowed.isEmpty() || allowed.contains(text) ? null : Reason.VALUE_NOT_ALLOWED;
    }

    private @Nullable Reason ofValue(String value) {
        for (Map.Entry<String, String> limit : limits.entrySet()) {
            boolean numbers = NUMBER.matcher(value).matches()
                    && NUMBER.matcher(limit.getValue()).matches();
            boolean kept = numbers
                    ? isKept(limit.getKey(), new BigDecimal(value), new BigDecimal(limit.getValue()))
                    : isKept(limit.getKey(), value.compareTo(limit.getValue()));
            if (!kept) {
                return numbers ? Reason.NUMBER_OUT_OF_RANGE : Reason.DATE_OUT_OF_RANGE;
            }
        }
        return null;
    }

    private static boolean isKept(String limit, BigDecimal value, BigDecimal bound) {
        return limit.equals("multipleOf")
                ? bound.signum() == 0 || value.remainder(bound).signum() == 0
                : isKept(limit, value.compareTo(bound));
    }

    private static boolean isKept(String limit, int compared) {
        return switch (limit) {
            case "minimum" -> compared >= 0;
            case "exclusiveMinimum" -> compared > 0;
            case "maximum" -> compared <= 0;
            case "exclusiveMaximum" -> compared < 0;
            default -> true;
        };
    }

    private static String converted(String bound, @Nullable String from, @Nullable String to) {
        if (from == null || to == null || !NUMBER.matcher(bound).matches()) {
            return bound;
        }
        return Units.convert(new BigDecimal(bound), from, to)
                .map(BigDecimal::toPlainString)
                .orElse(bound);
    }

    private static int length(@Nullable Object option, int fallback) {
        return option instanceof BigDecimal number ? number.intValue() : fallback;
    }
}
