package io.hourshare.normalize.convert;

import io.hourshare.normalize.fault.Fault;
import io.hourshare.normalize.fault.Masking;
import io.hourshare.normalize.fault.Reason;
import io.hourshare.normalize.fault.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a job as a function of texts: the source fields in order of preference, then the neighbours.
 *
 * <p>The result is null, the value, {@code BLOCK{fault}}, {@code NOTE{fault}NOTE[value]} or {@code DROP}; the marks
 * are control characters, which no value begins with.
 */
public final class FieldRule {

    /** Begins a fault that quarantines the record. */
    public static final char BLOCK = '\u0001';

    /** Begins a fault that is a warning, and ends it; a value may follow. */
    public static final char NOTE = '\u0002';

    /** Says that the record is dropped whole. */
    public static final char DROP = '\u0003';

    /** Stands for an end of publicity that cannot be read: what may not be told must not hang on how a date is written. */
    private static final String LONG_OVER = "1900-01-01";

    private final MappedField field;
    private final Rule rule;
    private final List<Bounds> bounds;

    /** @param bounds what the contract says about each source field's values, in their order */
    public FieldRule(MappedField field, Rule rule, List<Bounds> bounds) {
        this.field = field;
        this.rule = rule;
        this.bounds = List.copyOf(bounds);
    }

    public MappedField field() {
        return field;
    }

    /** The answer for a text in its usual form, as {@link Rule#usual} gives it. */
    public byte @Nullable [] usual(byte[] utf8) {
        byte[] value = rule.usual(utf8);
        return value != null && bounds.get(0).surelyHold(utf8, value) ? value : null;
    }

    /** @param arguments in the order of {@link MappedField#arguments} */
    public @Nullable String apply(@Nullable String[] arguments) {
        Neighbours neighbours = field.neighbours().isEmpty() ? Neighbours.NONE : neighbours(arguments);
        for (int i = 0; i < field.sources().size(); i++) {
            String text = arguments[i];
            if (text == null || text.isEmpty()) {
                continue;
            }
            Converted converted = bounds.get(i).check(text, convert(text, neighbours));
            if (converted != Converted.Empty.NOTHING) {
                return encoded(converted, field.sources().get(i), text);
            }
        }
        return field.required() ? BLOCK + fault(field.sources().get(0), Reason.MISSING_REQUIRED, "") : null;
    }

    private Converted convert(String text, Neighbours neighbours) {
        if (text.length() <= 6 && Texts.DITTO.contains(Texts.trim(text))) {
            return Converted.bad(Reason.DITTO);
        }
        try {
            return rule.convert(text, neighbours);
        } catch (RuntimeException poisoned) {
            return Converted.bad(Reason.RULE_FAILED);
        }
    }

    private @Nullable String encoded(Converted converted, String source, String text) {
        Reason reason = converted.reason();
        if (reason == null) {
            return converted.text();
        }
        if (reason == Reason.NATURAL_PERSON) {
            return String.valueOf(DROP);
        }
        if (field.endsPublicity() && converted.text() == null) {
            return NOTE + fault(source, Reason.PUBLICITY_END_UNREADABLE, text) + NOTE + LONG_OVER;
        }
        String fault = fault(source, reason, text);
        boolean blocks =
                converted.text() == null && (field.required() || field.key() || reason.severity() == Severity.RECORD);
        return blocks ? BLOCK + fault : NOTE + fault + NOTE + (converted.text() == null ? "" : converted.text());
    }

    private String fault(String source, Reason reason, String text) {
        return new Fault(source, reason, shown(reason, text)).toJson();
    }

    private String shown(Reason reason, String text) {
        if (field.personal() || reason == Reason.PERSONAL_NUMBER) {
            return Masking.personal(text);
        }
        return field.restricted() ? Masking.restricted(text) : Masking.excerpt(Texts.visible(text));
    }

    private Neighbours neighbours(@Nullable String[] arguments) {
        Map<String, String> values = new HashMap<>();
        int index = field.sources().size();
        for (String option : field.neighbours().keySet()) {
            String text = arguments[index++];
            String trimmed = text == null ? "" : Texts.trim(text);
            if (!Texts.isEmpty(trimmed)) {
                values.put(option, trimmed);
            }
        }
        return new Neighbours(values);
    }
}
