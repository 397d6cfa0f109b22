package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Columns that tell the records apart.
 *
 * @param perEnterprise whether every enterprise has one record at most
 */
record KeyGuess(List<String> columns, boolean perEnterprise) {

    private static final List<String> ENTERPRISE = List.of("uscc", "org_code", "taxpayer_id", "reg_no", "ent_name");
    private static final Set<Conversion> PERIODS = Set.of(
            Conversion.MONTH,
            Conversion.YEAR,
            Conversion.DATE,
            Conversion.CODE,
            Conversion.TEXT,
            Conversion.DOCUMENT_NO,
            Conversion.PROJECT_CODE,
            Conversion.REALTY_UNIT_NO);

    /** Numbers that are given to one act or one thing alone. */
    private static final Set<Conversion> ACTS = Set.of(Conversion.DOCUMENT_NO, Conversion.PROJECT_CODE);

    private static final Pattern NUMBERED = Pattern.compile("(?i).*(编号|文号|证号|序号|id|no|bh)$");

    /** The member's place in a list that was taken apart. */
    private static final String PLACE = "_index";

    /** A number that the department gives to each of its acts, contracts, accounts or certificates. */
    private static final Pattern OWN = Pattern.compile(
            "(?i).*(文书|许可证?|证书|合同|借据|案|单据|流水|业务|受理|立案|通知书|报告|项目|记录|检查|户|表|备案)(编号|文号|证号|号|编码|号码)$|.*(wsh|xkbh|xkz(b)?h|zs(b)?h|ht(b)?h|jcbh|lsh|ywh|slh|ah|bah|xmbh|(no|number))$");

    /** One in so many records may lack the key. */
    private static final int KEYLESS = 20;

    static KeyGuess of(Sample sample, List<ColumnGuess> guesses) {
        List<String> numbers = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String word : ENTERPRISE) {
            guesses.stream()
                    .filter(guess -> word.equals(guess.canonical()))
                    .forEach(guess -> numbers.add(guess.column()));
        }
        Set<String> acts = new HashSet<>();
        for (ColumnGuess guess : guesses) {
            if (!numbers.contains(guess.column()) && guess.mapped() && PERIODS.contains(guess.conversion())) {
                others.add(guess.column());
            }
            if (guess.mapped() && ACTS.contains(guess.conversion())) {
                acts.add(guess.column());
            }
        }
        Optional<String> own = others.stream()
                .filter(other -> acts.contains(other) || OWN.matcher(other).matches())
                .filter(other -> unique(sample, List.of(other)))
                .findFirst();
        if (own.isPresent()) {
            return new KeyGuess(List.of(own.get()), false); // few rows of a sample do not prove one for each enterprise
        }
        for (String number : numbers) {
            if (unique(sample, List.of(number))) {
                return new KeyGuess(List.of(number), true);
            }
        }
        return new KeyGuess(several(sample, numbers, others), false);
    }

    /** A number of the record's own, or the enterprise with what sets its records apart. */
    private static List<String> several(Sample sample, List<String> numbers, List<String> others) {
        for (String other : others) {
            if (sample.columns().contains(PLACE)
                    && NUMBERED.matcher(other).matches()
                    && unique(sample, List.of(other, PLACE))) {
                return List.of(other, PLACE);
            }
        }
        for (String other : others) {
            if (NUMBERED.matcher(other).matches() && unique(sample, List.of(other))) {
                return List.of(other);
            }
        }
        for (String number : numbers) {
            List<String> key = new ArrayList<>(List.of(number));
            for (String other : others) {
                if (unique(sample, List.of(number, other))) {
                    return List.of(number, other);
                }
                if (key.size() < 4) {
                    key.add(other);
                }
            }
            if (unique(sample, key)) {
                return least(sample, key);
            }
        }
        return List.of();
    }

    /** Without columns that the others make superfluous; the enterprise stays. */
    private static List<String> least(Sample sample, List<String> key) {
        List<String> least = new ArrayList<>(key);
        for (String column : key.subList(1, key.size())) {
            List<String> without = new ArrayList<>(least);
            without.remove(column);
            if (unique(sample, without)) {
                least = without;
            }
        }
        return least;
    }

    /** Rows that repeat word for word, and a few without a key, are dirt and prove nothing. */
    private static boolean unique(Sample sample, List<String> columns) {
        Set<List<String>> seen = new HashSet<>();
        Set<Map<String, String>> records = new HashSet<>(sample.records());
        int keyless = 0;
        for (Map<String, String> record : records) {
            if (!record.keySet().containsAll(columns)) {
                keyless++;
            } else if (!seen.add(columns.stream()
                    .map(column -> record.getOrDefault(column, ""))
                    .toList())) {
                return false;
            }
        }
        return keyless * KEYLESS <= records.size();
    }
}
