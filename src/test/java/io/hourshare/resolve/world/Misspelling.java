package io.hourshare.resolve.world;

import java.util.Map;
import java.util.Random;

/** Names as somebody typed them: characters of one sound or one shape, dropped, swapped or traditional ones. */
final class Misspelling {

    private static final Map<Character, String> ALIKE = Map.ofEntries(
            Map.entry('宏', "鸿弘红"),
            Map.entry('达', "大"),
            Map.entry('鼎', "顶"),
            Map.entry('盛', "圣胜"),
            Map.entry('华', "花"),
            Map.entry('泰', "太秦"),
            Map.entry('金', "今"),
            Map.entry('鑫', "心新"),
            Map.entry('恒', "衡桓"),
            Map.entry('瑞', "端锐"),
            Map.entry('祥', "翔详"),
            Map.entry('和', "合河"),
            Map.entry('顺', "舜"),
            Map.entry('通', "同"),
            Map.entry('利', "力立"),
            Map.entry('兴', "星"),
            Map.entry('旺', "望"),
            Map.entry('永', "勇"),
            Map.entry('康', "慷"),
            Map.entry('天', "夭"),
            Map.entry('成', "城诚"),
            Map.entry('长', "常"),
            Map.entry('信', "新"),
            Map.entry('德', "得"),
            Map.entry('东', "冬"),
            Map.entry('洋', "阳"),
            Map.entry('龙', "隆"),
            Map.entry('明', "名朋"),
            Map.entry('辉', "晖挥"),
            Map.entry('嘉', "佳"),
            Map.entry('润', "涧"),
            Map.entry('源', "原"),
            Map.entry('清', "青"),
            Map.entry('博', "搏"),
            Map.entry('远', "运"),
            Map.entry('峰', "锋蜂"),
            Map.entry('云', "芸"),
            Map.entry('晨', "辰"),
            Map.entry('智', "志"),
            Map.entry('未', "末"));
    private static final String SIMPLIFIED = "达华长东龙马飞跃丰泽业银凤麟云阳晓创联众为电机贸";
    private static final String TRADITIONAL = "達華長東龍馬飛躍豐澤業銀鳳麟雲陽曉創聯眾為電機貿";

    private Misspelling() {}

    static String of(String name, String brand, Random random) {
        int from = Math.max(0, name.indexOf(brand));
        double kind = random.nextDouble();
        if (kind < 0.75) {
            for (int i = 0; i < brand.length(); i++) {
                String alike = ALIKE.get(brand.charAt(i));
                if (alike != null) {
                    char put = alike.charAt(random.nextInt(alike.length()));
                    return name.substring(0, from + i) + put + name.substring(from + i + 1);
                }
            }
        }
        int at = Math.min(name.length() - 2, from + random.nextInt(Math.max(1, name.length() - from - 4)));
        return kind < 0.9
                ? name.substring(0, at) + name.substring(at + 1)
                : name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    static String traditional(String name) {
        StringBuilder text = new StringBuilder();
        for (char c : name.toCharArray()) {
            int at = SIMPLIFIED.indexOf(c);
            text.append(at < 0 ? c : TRADITIONAL.charAt(at));
        }
        return text.toString();
    }
}
