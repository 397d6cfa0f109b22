package io.hourshare.serve.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows where the brand of an enterprise's name begins (after the region) and where its legal form does. */
final class NameParts {

    private static final int LONGEST_REGION = 8;

    private static final List<String> FORMS =
            List.of("有限责任公司分公司", "有限公司分公司", "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "分公司", "公司", "集团");

    private final Set<String> regions = new HashSet<>();

    /** @param regions names of divisions, with or without 省, 市, 区, 县 */
    NameParts(Collection<String> regions) {
        for (String region : regions) {
            String folded = SearchText.fold(region);
            if (folded.length() >= 2) {
                this.regions.add(folded);
                if (folded.length() > 2 && "省市区县旗盟州".indexOf(folded.charAt(folded.length() - 1)) >= 0) {
                    this.regions.add(folded.substring(0, folded.length() - 1));
                }
            }
        }
    }

    /**
     * Places where the brand of a folded name may begin, as bits: after none, one, two … of the regions in front.
     *
     * <p>More than one, because brands borrow the names of places: 平湖市长安 is 长安 of 平湖, not a firm of 长安区.
     */
    int brandStarts(String folded) {
        int starts = 1;
        int start = 0;
        int next = afterRegion(folded, 0);
        while (next > start && next < Integer.SIZE && folded.length() - next >= 2) {
            starts |= 1 << next;
            start = next;
            next = afterRegion(folded, start);
        }
        return starts;
    }

    /** The folded name from its last possible brand on. */
    String withoutRegion(String folded) {
        return folded.substring(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(brandStarts(folded)));
    }

    /** The folded name without its legal form, where two characters or more are left. */
    String withoutForm(String folded) {
        for (String form : FORMS) {
            if (folded.endsWith(form) && folded.length() - form.length() >= 2) {
                return folded.substring(0, folded.length() - form.length());
            }
        }
        return folded;
    }

    private int afterRegion(String folded, int start) {
        for (int length = Math.min(LONGEST_REGION, folded.length() - start); length >= 2; length--) {
            if (regions.contains(folded.substring(start, start + length))) {
                return start + length + suffix(folded, start + length);
            }
        }
        return start;
    }

    /** A region listed without 省, 市, 区, 县 may be written with it. */
    private static int suffix(String folded, int place) {
        return place < folded.length() && "省市区县".indexOf(folded.charAt(place)) >= 0 ? 1 : 0;
    }
}
