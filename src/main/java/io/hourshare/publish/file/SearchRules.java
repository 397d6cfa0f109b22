package io.hourshare.publish.file;

import io.hourshare.engine.ScalarRule;
import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.ResidentNumber;
import io.hourshare.publish.SearchName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Java rules that the models of jobs/publish call. */
final class SearchRules {

    private SearchRules() {}

    static List<ScalarRule> all() {
        return List.of(
                new TextRule("normal_name", SearchName::normal),
                new TextRule("name_sound", SearchName::sound),
                new TextRule("personal_code", code -> Boolean.toString(isPersonal(code))));
    }

    /** Tax numbers of self-employed people are their identity number, with two digits more for each further one. */
    static boolean isPersonal(String code) {
        return switch (code.length()) {
            case 15 -> isOldResidentNumber(code) && !OrganisationCode.isValid(code.substring(6));
            case 17 -> isOldResidentNumber(code.substring(0, 15));
            case 18 -> ResidentNumber.isResidentNumber(code);
            case 20 -> ResidentNumber.isResidentNumber(code.substring(0, 18));
            default -> false;
        };
    }

    /** Fifteen digits with a birth date of the twentieth century, as issued until 1999. */
    private static boolean isOldResidentNumber(String code) {
        if (!code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        try {
            LocalDate.of(
                    1900 + Integer.parseInt(code.substring(6, 8)),
                    Integer.parseInt(code.substring(8, 10)),
                    Integer.parseInt(code.substring(10, 12)));
            return true;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private record TextRule(String name, UnaryOperator<String> rule) implements ScalarRule {

        @Override
        public int parameters() {
            return 1;
        }

        @Override
        public @Nullable String apply(@Nullable String[] arguments) {
            String text = arguments[0];
            return text == null ? null : rule.apply(text);
        }
    }
}
