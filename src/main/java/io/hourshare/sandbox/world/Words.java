package io.hourshare.sandbox.world;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Word lists for invented names. */
final class Words {

    static final List<String> BRAND_FIRST = characters(
            "恒宏鑫华嘉锦瑞盛泰永兴德佳安东天浙越禾晨旭昊睿智博卓优铭凯胜通联汇富万亿丰裕隆昌顺和康源正诚信立创科启远飞腾龙凤麒翔" + "鸿浩瀚星辰光明景雅馨蓝绿青云川沃润泽湖当乍鼎钰铂帝凌奥迈普欧维瑟思诺");
    static final List<String> BRAND_SECOND = characters(
            "达源业泰盛祥瑞丰隆顺发利和成宇辉鹏飞杰毅诚信康健美华阳光明星辰云海川江山峰岳林森木禾谷田园城邦国民生家居尚品艺匠工创" + "智慧能动力捷速驰骏马龙虎鼎钧锐锋铭鑫金银钢石玉珠宝莱特斯克曼尔恩格迪诺");
    static final List<String> BRAND_THIRD = characters("亿泰欧德莱科思维佳润邦博茂森腾宁康奇凡乐");

    /** Brands that everybody likes: the same one stands in many names. */
    static final List<String> BRAND_POPULAR =
            List.of("恒达", "宏达", "鑫源", "华丰", "永盛", "嘉禾", "东方", "天成", "金鑫", "顺达", "恒泰", "兴旺");

    private static final List<String> SURNAMES = characters("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎陆");
    private static final List<String> GIVEN = characters("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂辉玲红建华国荣志新海燕波宁飞云峰琴龙文彬斌萍翔宇晨浩轩梓涵欣怡");

    /** Characters of people's names that GBK lacks and GB18030 writes with four bytes. */
    private static final List<String> RARE = List.of("䶮", "㛃", "𬭎", "𫖯", "𬱖", "𫍯");

    private Words() {}

    /** A natural person's name; one in about 150 holds a rare character. */
    static String person(Dice dice) {
        String surname = dice.pick(SURNAMES);
        if (dice.chance(0.007)) {
            return surname + dice.pick(RARE);
        }
        return surname + dice.pick(GIVEN) + (dice.chance(0.6) ? dice.pick(GIVEN) : "");
    }

    private static List<String> characters(String text) {
        return Arrays.stream(text.split("", -1))
                .flatMap(Stream::of)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }
}
