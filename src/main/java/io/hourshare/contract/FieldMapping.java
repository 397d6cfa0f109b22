package io.hourshare.contract;

import java.util.List;
import java.util.Map;

/**
 * How one canonical field comes about.
 *
 * @param canonical name of the canonical field
 * @param from source fields in order of preference; the first that has a value is converted
 * @param as name of the conversion, for example {@code uscc}, {@code date}, {@code amount}
 * @param options parameters of the conversion, for example {@code unit} or {@code list}; {@code only-if} names a
 *     source field that must read as true, {@code drop-when} the outcome on which the whole record is dropped and
 *     counted: {@code natural-person} for numbers, canonical codes joined by commas for codes
 */
public record FieldMapping(String canonical, List<String> from, String as, Map<String, String> options) {

    public FieldMapping {
        from = List.copyOf(from);
        options = Map.copyOf(options);
    }
}
