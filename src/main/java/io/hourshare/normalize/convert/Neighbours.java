package io.hourshare.normalize.convert;

import java.util.Map;
import java.util.Optional;

/** What else a rule may look at: further fields of the same record, by the option that names them. */
public record Neighbours(Map<String, String> values) {

    /** Option that names the field with the unit of an amount. */
    public static final String UNIT = "unit-field";

    /** Option that names the field with the currency of an amount. */
    public static final String CURRENCY = "currency-field";

    /** Option that names the flag that must read as true, or the value is left empty without a word. */
    public static final String ONLY_IF = "only-if";

    /** Option that names the field with the beginning of a period that should be one month. */
    public static final String BEGIN = "begin-field";

    /** Option that names the field with the code that tells an enterprise whose name reads like a person's. */
    public static final String CODE = "code-field";

    public static final Neighbours NONE = new Neighbours(Map.of());

    Optional<String> get(String option) {
        return Optional.ofNullable(values.get(option));
    }
}
