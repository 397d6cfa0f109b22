package io.hourshare.normalize.convert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Units of measure by their Chinese words: factor to the base unit of each kind; units of one kind convert. */
final class Units {

    private static final Map<String, Map<String, BigDecimal>> ALL = new HashMap<>();

    private static final Map<String, String> BASES = new HashMap<>();

    static {
        define("money", "1", "元", "圆", "块", "人民币元", "rmb", "cny");
        define("money", "1000", "千元");
        define("money", "10000", "万元", "万", "万圆", "万人民币", "万元人民币", "人民币万元", "万rmb");
        define("money", "1000000", "百万元", "百万");
        define("money", "10000000", "千万元", "千万");
        define("money", "100000000", "亿元", "亿", "亿人民币", "亿元人民币");
        define("money", "0.1", "角");
        define("money", "0.01", "分");
        define("money", "10000", "萬", "萬元");
        define("money", "100000000", "億", "億元");
        define("money", "100", "佰元");
        define("money", "1000", "仟元");
        define("money", "1000000000000", "万亿", "万亿元");
        for (String foreign : new String[] {"美元", "港元", "港币", "欧元", "日元", "英镑"}) {
            define(foreign, "1", foreign);
            define(foreign, "10000", "万" + foreign);
            define(foreign, "1000000", "百万" + foreign);
            define(foreign, "10000000", "千万" + foreign);
            define(foreign, "100000000", "亿" + foreign);
        }
        define("area", "1", "平方米", "㎡", "m2", "m²", "平米", "平方", "平", "方");
        define("area", "10000", "公顷", "ha", "hm2", "万平方米", "万㎡", "万m2", "万平米");
        define("area", "1000000", "平方公里", "平方千米", "km2");
        define("area", "666.666666666666667", "亩");
        define("area", "6666666.66666666667", "万亩");
        define("energy", "1", "千瓦时", "度", "kwh", "千瓦·时", "千瓦小时");
        define("energy", "10000", "万千瓦时", "万度", "万kwh");
        define("energy", "1000", "兆瓦时", "mwh");
        define("volume", "1", "立方米", "m3", "m³", "立方", "方米");
        define("volume", "10000", "万立方米", "万m3", "万方", "万立方");
        define("water", "1", "吨/立方米", "吨", "t", "立方米", "m3", "m³", "方");
        define("water", "10000", "万吨", "万立方米", "万m3", "万方");
        define("mass", "1", "吨", "t", "吨标准煤", "吨标煤", "tce");
        define("mass", "10000", "万吨", "万吨标准煤", "万吨标煤");
        define("mass", "0.001", "千克", "kg", "公斤", "千克标准煤");
        define("power", "1", "千瓦", "kw");
        define("power", "1000", "兆瓦", "mw");
        define("power", "10000", "万千瓦");
        define("capacity", "1", "千伏安", "kva");
        define("capacity", "1000", "兆伏安", "mva");
        define("people", "1", "人", "名", "位", "个", "家", "户", "份", "台", "套", "次", "年", "件");
        define("people", "10000", "万人", "万名", "万份");
        define("share", "1", "分", "%", "％");
        define("intensity", "1", "万元/公顷");
        define("intensity", "15", "万元/亩");
        define("intensity", "1", "元/平方米", "元/㎡", "元/m2");
        define("rent", "1", "元/月");
        define("rent", "0.0833333333333333333", "元/年");
        define("rent", "10000", "万元/月");
        define("rent", "833.333333333333333", "万元/年");
    }

    private Units() {}

    static boolean isKnown(String word) {
        return ALL.containsKey(key(word));
    }

    static boolean isSame(String one, String other) {
        return key(one).equals(key(other));
    }

    /** The number in the target unit, or nothing where the units do not measure the same. */
    static Optional<BigDecimal> convert(BigDecimal number, String from, String to) {
        if (isSame(from, to)) {
            return Optional.of(number);
        }
        Map<String, BigDecimal> sources = ALL.getOrDefault(key(from), Map.of());
        Map<String, BigDecimal> targets = ALL.getOrDefault(key(to), Map.of());
        return sources.keySet().stream()
                .filter(targets::containsKey)
                .findFirst()
                .map(kind -> number.multiply(sources.get(kind)).divide(targets.get(kind), 12, RoundingMode.HALF_UP));
    }

    /** The unit that a multiple counts, 元 for 亿; nothing for what is no multiple: 85分 may be marks or money. */
    static Optional<String> base(String word) {
        return ALL.getOrDefault(key(word), Map.of()).entrySet().stream()
                .findFirst()
                .filter(kind -> kind.getValue().compareTo(BigDecimal.ONE) > 0)
                .map(kind -> BASES.getOrDefault(kind.getKey(), word));
    }

    private static void define(String kind, String factor, String... words) {
        if (factor.equals("1")) {
            BASES.putIfAbsent(kind, words[0]);
        }
        for (String word : words) {
            ALL.computeIfAbsent(key(word), fresh -> new LinkedHashMap<>()).putIfAbsent(kind, new BigDecimal(factor));
        }
    }

    private static String key(String word) {
        return word.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
