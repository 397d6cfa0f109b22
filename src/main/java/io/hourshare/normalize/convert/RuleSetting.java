package io.hourshare.normalize.convert;

import io.hourshare.contract.CodeList;
import io.hourshare.contract.LogicalType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule needs to know besides the text.
 *
 * @param as name of the conversion as job files write it
 * @param type of the canonical column that the result goes to
 * @param bareUnit unit of numbers that state none
 * @param targetUnit unit of the canonical value
 */
public record RuleSetting(
        String as,
        LogicalType type,
        Map<String, String> options,
        @Nullable String bareUnit,
        @Nullable String targetUnit,
        Map<String, CodeList> codeLists) {

    @Nullable
    String option(String name) {
        return options.get(name);
    }
}
