package io.hourshare.kernel;

import java.util.List;
import java.util.regex.Pattern;

/** Tells sums and signatures below a table from its records: they hold figures, yet nobody's. */
public final class TableFooter {

    /** What footers begin with, so that whoever reads many rows may look at one character first. */
    public static final String BEGINNINGS = "本合总小共填制审复经办负联统报备说注附单部以截数";

    private static final int SIGNATURE_CELLS = 4;
    private static final Pattern TOTAL =
            Pattern.compile("(?:本页|本表)?(?:合B计|总B计|小B计|共B计)(?:[:：（(].*)?".replace("B", "[\\s\\u00a0\\u3000]*"));
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?:单位|部门)?(?:填表|制表|审核|复核|填报|经办|负责|联系|统计|报送)(?:人|单位|日期|时间|[:：]).*|(?:备注|说明|注|附注)[:：\\d].*|(?:单位|部门).{0,6}盖章.*|.*截止日期.*|以上.*");

    private TableFooter() {}

    /**
     * Whether a row is none of the records.
     *
     * @param filled the row's cells that are not blank, stripped
     * @param width columns of the table: a signature leaves some of them blank
     */
    public static boolean isFooter(List<String> filled, int width) {
        return !filled.isEmpty()
                && !filled.get(0).isEmpty()
                && BEGINNINGS.indexOf(filled.get(0).charAt(0)) >= 0
                && (TOTAL.matcher(filled.get(0)).matches()
                        || filled.size() <= SIGNATURE_CELLS
                                && filled.size() < width
                                && SIGNATURE.matcher(filled.get(0)).matches());
    }
}
