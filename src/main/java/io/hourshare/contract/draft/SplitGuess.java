package io.hourshare.contract.draft;

import io.hourshare.kernel.Uscc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether cells of a sample name several enterprises, and which columns go with their names. */
final class SplitGuess {

    private static final String KIND = "(公司|厂|合作社|集团|商店|中心|企业)";
    private static final Pattern NAMES =
            Pattern.compile(".*" + KIND + "\\s*[、,，;；\\n]\\s*[^、,，;；]{3,}" + KIND + ".*", Pattern.DOTALL);
    private static final String BETWEEN = "[^0-9A-Z]+";

    private SplitGuess() {}

    /** The column of names first, or of codes where there are no names. */
    static Optional<List<String>> of(Sample sample, List<ColumnGuess> guesses) {
        List<String> columns = new ArrayList<>();
        for (String canonical : List.of("ent_name", "uscc")) {
            guesses.stream()
                    .filter(guess -> canonical.equals(guess.canonical()))
                    .findFirst()
                    .ifPresent(guess -> columns.add(guess.column()));
        }
        boolean several = columns.stream()
                .flatMap(column -> sample.values(column).stream())
                .anyMatch(SplitGuess::isSeveral);
        return several && columns.size() == 2 ? Optional.of(columns) : Optional.empty();
    }

    private static boolean isSeveral(String cell) {
        String[] codes = cell.strip().split(BETWEEN);
        return codes.length > 1 && Arrays.stream(codes).allMatch(Uscc::isValid)
                || NAMES.matcher(cell).matches();
    }
}
