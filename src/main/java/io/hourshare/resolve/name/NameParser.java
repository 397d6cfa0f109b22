package io.hourshare.resolve.name;

import io.hourshare.resolve.place.Gazetteer;
import io.hourshare.resolve.text.Characters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an enterprise's name by the grammar of the name regulation. Safe for use by many threads. */
public final class NameParser {

    private static final int SHORTEST_REST = 2;
    private static final int SHORTEST_BRAND = 2;
    private static final Pattern JOINED = Pattern.compile("[,、;|/].*$");
    private static final Pattern MARKS = Pattern.compile("[:#,、;|/()]");
    private static final Pattern TOWN = Pattern.compile("[\\u4e00-\\u9fa5]{2,3}?(镇|乡|街道)");
    private static final Pattern UNKNOWN_REGION =
            Pattern.compile("[\\u4e00-\\u9fa5]{0,2}?[\\u4e00-\\u9fa5&&[^都超城夜菜花股楼集早门上新大]][市县](?![镇乡街路场区民政级立内外])");
    private static final Pattern RANK = Pattern.compile("(?<=..)[省市县区]");

    private static final String NUMERALS = "零一二三四五六七八九";
    private static final Pattern ORDINAL = Pattern.compile("第|第?[一二三四五六七八九十]{1,3}(?=分|支|营业|门市|经营|店|厂)");

    private final Characters characters = Characters.shared();
    private final NameCleaner cleaner = new NameCleaner();
    private final IndustryWords industries = new IndustryWords();
    private final Gazetteer regions;

    public NameParser(Gazetteer regions) {
        this.regions = regions;
    }

    public NameForm parse(String written) {
        NameCleaner.Cleaned cleaned = cleaner.clean(characters.fold(written));
        String name =
                MARKS.matcher(JOINED.matcher(cleaned.name()).replaceFirst("")).replaceAll("");
        if (name.length() < SHORTEST_REST) {
            return NameForm.NONE;
        }
        int headEnd = headEnd(name);
        String head = name.substring(0, headEnd);
        String rest = name.substring(headEnd);
        return parts(head, tail(rest), cleaned.alias());
    }

    private NameForm parts(String head, String tail, String alias) {
        LegalForm.Found form = LegalForm.find(head);
        String stem = head.substring(0, form.from());
        StringBuilder region = new StringBuilder();
        StringBuilder inFront = new StringBuilder();
        String named = withoutRegionsInFront(stem, region, inFront);
        int town = townEnd(named);
        String core = town > 0 ? named.substring(town) : withoutRegionInside(named, region);
        int industry = industries.start(core);
        String trade = LegalForm.tellsTrade(form.form()) ? head.substring(form.from()) : "";
        String normal = inFront + named + (trade.isEmpty() ? form.form() : trade);
        return new NameForm(
                normal + tail,
                region.toString(),
                core.substring(0, industry),
                core.substring(industry) + trade,
                form.form(),
                tail,
                normal,
                alias);
    }

    private int headEnd(String name) {
        int branch = LegalForm.branchStart(name);
        if (branch > 0) {
            return branch;
        }
        int form = LegalForm.formEnd(name);
        int inside = form < 0 ? branchInside(name) : -1;
        if (inside > 0) {
            return inside;
        }
        int word = LegalForm.branchWordStart(name);
        if (word > 0 && form < 0) {
            return placeStart(name, word);
        }
        return form > 0 ? form : name.length();
    }

    /** {@code 红旗机械厂城关分厂二期}: a site may stand behind the branch's word. */
    private static int branchInside(String name) {
        int end = Math.max(0, LegalForm.branchWordEnd(name));
        return LegalForm.isSite(name.substring(end)) ? LegalForm.branchStart(name.substring(0, end)) : -1;
    }

    /** {@code 宏达电子平湖分公司}: the region before the word belongs to the tail. */
    private int placeStart(String name, int word) {
        for (int from = word - 5; from <= word - 2; from++) {
            if (from >= 2 && regions.match(name, from) == word - from) {
                return from;
            }
        }
        return word;
    }

    /**
     * Regions in front, wherever enough of a brand stays behind them; ranks (市, 县) are left out.
     *
     * @param nearest gets the last of them alone: 无锡市宜兴市 is how some offices write 宜兴市
     */
    private String withoutRegionsInFront(String stem, StringBuilder region, StringBuilder nearest) {
        int at = stem.startsWith("中国") && stem.length() >= 4 ? 2 : 0;
        region.append(stem, 0, at);
        nearest.append(stem, 0, at);
        String within = "";
        int length = regions.match(stem, at);
        while (length > 0) {
            String name = stem.substring(at, at + length);
            String bare = Gazetteer.bare(name);
            if (!leavesBrand(stem, at + length, bare.length() < name.length() ? 1 : SHORTEST_BRAND)) {
                break;
            }
            region.append(bare);
            nearest.replace(0, nearest.length(), bare);
            within = regions.narrowed(name, within);
            at += length;
            length = nextRegion(stem, at, within);
        }
        int unknown = region.isEmpty() ? unknownRegionEnd(stem) : 0;
        region.append(Gazetteer.bare(stem.substring(0, unknown)));
        nearest.append(Gazetteer.bare(stem.substring(0, unknown)));
        return stem.substring(Math.max(at, unknown));
    }

    /** {@code 溪慈市宏达电子}: a region that was mistyped, or that no list holds, is no part of the brand. */
    private int unknownRegionEnd(String stem) {
        Matcher unknown = UNKNOWN_REGION.matcher(stem);
        return unknown.lookingAt() && leavesBrand(stem, unknown.end(), SHORTEST_BRAND) ? unknown.end() : 0;
    }

    /** A smaller region, or one that begins anew with its rank: offices put regions before names that tell theirs. */
    private int nextRegion(String stem, int at, String within) {
        int smaller = regions.match(stem, at, within);
        int any = smaller > 0 ? smaller : regions.match(stem, at, "");
        return Gazetteer.bare(stem.substring(at, at + any)).length() < any ? any : smaller;
    }

    /** Length of a town's name at the beginning ({@code 新仓镇小王面馆}), which people leave out at will. */
    private int townEnd(String core) {
        Matcher town = TOWN.matcher(core);
        return town.lookingAt() && leavesBrand(core, town.end(), SHORTEST_BRAND) ? town.end() : 0;
    }

    /** {@code 宏达（平湖）电子} has its region behind the brand: brackets are gone by now, so only whole names count. */
    private String withoutRegionInside(String core, StringBuilder region) {
        String within = regions.code(region.toString());
        for (int at = 2; at + 2 <= core.length(); at++) {
            int length = regions.match(core, at, within);
            boolean told = region.isEmpty() || !within.isEmpty();
            if (length > 0 && told && at + length < core.length() - 1) {
                region.append(Gazetteer.bare(core.substring(at, at + length)));
                return core.substring(0, at) + core.substring(at + length);
            }
        }
        return core;
    }

    /** A brand may itself be the name of some place; only a rank (市, 县) tells that a region is meant. */
    private boolean leavesBrand(String stem, int at, int shortest) {
        return industries.start("甲乙" + stem.substring(at)) >= 2 + shortest;
    }

    /** What tells the branch; a site or a project behind it, or behind the head alone, is left out. */
    private static String tail(String rest) {
        int end = LegalForm.branchWordEnd(rest);
        String tail = end > 0 ? rest.substring(0, end) : rest;
        boolean none = tail.isEmpty() || !LegalForm.endsWithBranch(tail) && LegalForm.isSite(tail);
        return none ? "" : ORDINAL.matcher(RANK.matcher(tail).replaceAll("")).replaceAll(told -> digits(told.group()));
    }

    /** {@code 第十一} is {@code 11}: the same branch is written either way. */
    private static String digits(String ordinal) {
        String told = ordinal.replace("第", "");
        String tens = told.replaceFirst("^十", "一十").replaceFirst("十$", "零").replace("十", "");
        StringBuilder digits = new StringBuilder();
        tens.chars()
                .forEach(c -> digits.append(NUMERALS.indexOf(c) < 0 ? (char) c : (char) ('0' + NUMERALS.indexOf(c))));
        return digits.toString();
    }
}
