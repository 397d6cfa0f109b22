package io.hourshare.contract.draft;

import io.hourshare.contract.CanonicalEntity;
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

    /** A number that the department gives to each of its acts, contracts, accounts, things or certificates. */
    private static final Pattern OWN = Pattern.compile(
            "(?i).*(编号|文号|证号|案号|单号|户号|账号|表号|流水号?|业务号|合同号|受理号|借据号|许可证号?|证书号码?|设备代码|文书号码?|编码|案件号|通知书号|报告号|记录号|项目号)$|.*(wsh|bh|xkz(b)?h|zs(b)?h|ht(b)?h|lsh|ywh|slh|ah|bah|id|_?no|number)$");

    /** Numbers of enterprises, places, goods and rows are not a record's own. */
    private static final Pattern OF_OTHERS =
            Pattern.compile("(?i)(单位|企业|机构|公司|主体|纳税人|海关|注册|组织|社会|信用|税务|登记机关|行业|邮政|邮|区划|地区|商品|产品|物料|批|电话|手机|联系|部门|序).*|"
                    + ".*(reg|customs|company|ent|enterprise|org|organi[sz]ation|unit|corp|dept|region|area|industry|product|goods|user|batch|phone|mobile).*(id|no|number)|"
                    + "(qy|dw|jg|gs|nsr|zt|hg|hy|yz|xzq|bm|qyzc|px|x)(bh|hm|h|id)|paid|valid|void");

    /** Accounts and meters are read again every month. */
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?i).*(户号|账号|用户编号|客户编号|户编号|表(具|计)?(编)?号|表具号|cons_?no|meter_?no|acc(oun)?t_?no|yhbh|hh|bh_?yh)$");

    private static final Set<Conversion> TIMES = Set.of(Conversion.MONTH, Conversion.YEAR);
    private static final Pattern LATEST = Pattern.compile("(?i).*(最近|最新|上次|截[至止]|首次|起始|开始|last|latest|begin|start).*");

    /** One in so many records may lack the key. */
    private static final int KEYLESS = 20;

    static KeyGuess of(Sample sample, List<ColumnGuess> guesses) {
        List<String> numbers = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String word : CanonicalEntity.IDENTIFYING) {
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
        boolean parted = sample.columns().contains(PLACE);
        List<String> periods = periods(guesses);
        Optional<String> own = parted
                ? Optional.empty()
                : others.stream()
                        .filter(other -> acts.contains(other) || isOwn(other))
                        .filter(other -> unique(sample, joined(other, account(other, periods))))
                        .findFirst();
        if (own.isPresent()) {
            return new KeyGuess(joined(own.get(), account(own.get(), periods)), false); // a sample proves no "one each"
        }
        for (String number : parted ? List.<String>of() : numbers) {
            if (unique(sample, List.of(number))) {
                return new KeyGuess(List.of(number), true);
            }
        }
        return new KeyGuess(several(sample, numbers, others, periods), false);
    }

    private static boolean isOwn(String column) {
        return OWN.matcher(column).matches() && !OF_OTHERS.matcher(column).matches();
    }

    private static List<String> account(String column, List<String> periods) {
        return ACCOUNT.matcher(column).matches() ? periods : List.of();
    }

    private static List<String> joined(String first, List<String> more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
    }

    /** Months and years that a record is about, not those that it merely tells. */
    private static List<String> periods(List<ColumnGuess> guesses) {
        return guesses.stream()
                .filter(guess -> guess.mapped() && TIMES.contains(guess.conversion()))
                .map(ColumnGuess::column)
                .filter(column -> !LATEST.matcher(column).matches())
                .limit(1)
                .toList();
    }

    /** A number of the record's own, or the enterprise with what sets its records apart. */
    private static List<String> several(
            Sample sample, List<String> numbers, List<String> others, List<String> periods) {
        for (String other : others) {
            if (sample.columns().contains(PLACE)
                    && NUMBERED.matcher(other).matches()
                    && unique(sample, List.of(other, PLACE))) {
                return List.of(other, PLACE);
            }
        }
        for (String other : others) {
            boolean own = NUMBERED.matcher(other).matches()
                    && !OF_OTHERS.matcher(other).matches();
            if (own && unique(sample, List.of(other))) {
                return List.of(other);
            }
        }
        for (String number : numbers) {
            List<String> key = new ArrayList<>(joined(number, periods));
            if (unique(sample, key)) {
                return key;
            }
            List<String> base = List.copyOf(key);
            for (String other : others) {
                List<String> one = new ArrayList<>(base);
                one.add(other);
                if (!base.contains(other) && unique(sample, one)) {
                    return one;
                }
                if (key.size() < 4 && !key.contains(other)) {
                    key.add(other);
                }
            }
            if (unique(sample, key)) {
                return least(sample, key, base.size());
            }
        }
        return List.of();
    }

    /** Without columns that the others make superfluous; the enterprise and the month stay. */
    private static List<String> least(Sample sample, List<String> key, int kept) {
        List<String> least = new ArrayList<>(key);
        for (String column : key.subList(kept, key.size())) {
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
