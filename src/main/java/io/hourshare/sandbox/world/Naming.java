package io.hourshare.sandbox.world;

import java.util.List;
import java.util.Map;

/** Invents names: brands are spread so that a county rarely holds one name twice, as its register would not. */
final class Naming {

    /** What small shops call themselves, by industry. */
    private static final Map<String, List<String>> SHOPS = Map.of(
            "5174", List.of("五金店", "五金商行"),
            "5165", List.of("建材经营部", "装潢材料店"),
            "5131", List.of("服装店", "布艺店"),
            "5211", List.of("便利店", "百货店", "电子商务商行"),
            "5431", List.of("货运部", "运输户"),
            "6210", List.of("小吃店", "餐馆", "面馆"),
            "8111", List.of("汽修厂", "洗车店"),
            "0153", List.of("水果店"));

    private static final int POPULAR = 6;

    private final long seed;

    Naming(long seed) {
        this.seed = seed;
    }

    /** Name of an enterprise in its {@code version}-th wording. */
    EnterpriseName name(Traits it, long version) {
        Dice dice = Dice.of(seed, "name", it.number(), version);
        Region region = it.region();
        if (it.kind() == Kind.INDIVIDUAL) {
            return shop(dice, region, it.town(), it.industry());
        }
        String place = dice.oneOf(region.name(), region.name(), region.brief(), region.brief(), province(region), "");
        List<String> trades = it.industry().trades();
        String trade = trades.get((int) Math.floorMod(it.slot(), (long) trades.size()));
        boolean first = version == 0 && it.generation() == 0;
        String brand = first && isPopular(it.slot())
                ? popular(it.slot())
                : brand(dice, first ? it.slot() : dice.below(1 << 20));
        return new EnterpriseName(place, brand, trade, form(it.kind()), !place.isEmpty() && dice.chance(0.12), "");
    }

    /** Whether a slot's enterprise bears a brand that many others bear. */
    static boolean isPopular(long slot) {
        return slot >= 0 && slot % POPULAR == 0;
    }

    /** Industry of an enterprise with a popular brand: no other of that brand works in it, as a register would see to. */
    static Industry popularIndustry(long slot) {
        long round = slot / POPULAR / Words.BRAND_POPULAR.size();
        return Industry.all().get((int) (round % Industry.all().size()));
    }

    private static String popular(long slot) {
        int brands = Words.BRAND_POPULAR.size();
        long rounds = slot / POPULAR / brands / Industry.all().size();
        String brand = Words.BRAND_POPULAR.get((int) (slot / POPULAR % brands));
        return rounds == 0 ? brand : brand + Words.BRAND_THIRD.get((int) (rounds % Words.BRAND_THIRD.size()));
    }

    /** Industries that a small shop may be in. */
    static List<Industry> ofShops() {
        return Industry.all().stream()
                .filter(industry -> SHOPS.containsKey(industry.code()))
                .toList();
    }

    /** A branch's name: its head's, and where it stands. */
    EnterpriseName branch(EnterpriseName head, long number, Region region, String town) {
        Dice dice = Dice.of(seed, "branch", number);
        String tail =
                dice.oneOf(region.brief() + "分公司", town.substring(0, 2) + "分公司", "第一分公司", town.substring(0, 2) + "营业部");
        return new EnterpriseName(head.place(), head.brand(), head.trade(), head.form(), head.bracketed(), tail);
    }

    private String brand(Dice dice, long number) {
        int second = Words.BRAND_SECOND.size();
        long space = (long) Words.BRAND_FIRST.size() * second;
        long place = Math.floorMod(number * 7919 + Math.floorMod(seed, 1L << 30), space);
        String two = Words.BRAND_FIRST.get((int) (place / second)) + Words.BRAND_SECOND.get((int) (place % second));
        long round = Math.abs(number) / space;
        return round == 0 && !dice.chance(0.15)
                ? two
                : two + Words.BRAND_THIRD.get((int) ((round + place) % Words.BRAND_THIRD.size()));
    }

    private static EnterpriseName shop(Dice dice, Region region, String town, Industry industry) {
        String owner = "阿" + Words.person(dice).substring(1);
        String trade = dice.pick(SHOPS.getOrDefault(industry.code(), List.of("商行")));
        return new EnterpriseName(region.name() + town, owner, trade, "", false, "");
    }

    private static String form(Kind kind) {
        return switch (kind) {
            case STOCK_COMPANY -> "股份有限公司";
            case PARTNERSHIP -> "合伙企业（有限合伙）";
            case COOPERATIVE -> "专业合作社";
            case COMPANY, SOLE_COMPANY, FOREIGN, BRANCH -> "有限公司";
            case INDIVIDUAL -> "";
        };
    }

    private static String province(Region region) {
        return switch (region.code().substring(0, 2)) {
            case "31" -> "上海";
            case "32" -> "江苏";
            default -> "浙江";
        };
    }
}
