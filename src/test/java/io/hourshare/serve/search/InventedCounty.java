package io.hourshare.serve.search;

import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.Uscc;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Enterprises by seed: names as they are built in real registers, none of them real. */
final class InventedCounty {

    private static final String[] REGIONS = {"平湖市", "平湖", "嘉兴市", "嘉兴", "浙江", "浙江省", "平湖市新埭", "海盐县", "桐乡市", ""};
    private static final String BRAND_CHARACTERS = "华安德信恒瑞鑫盛泰康源丰嘉禾博达宏伟天一正大金鼎万通顺隆昌兴旺福禄祥和润泽鸿运长青松柏海洋江河山川东方南北西中"
            + "明光辉煌星辰日月云峰林森石玉宝珍贵美丽雅典欧亚新世纪远景创维凯利迪奥朗格曼尼力科普尔曾单仇解乐行重银茂卓越";
    private static final String[] TRADES = {
        "精密机械", "电子科技", "新材料", "纺织", "服装", "食品", "物流", "建筑工程", "环保设备", "医疗器械", "汽车零部件", "塑料制品",
        "包装材料", "五金", "贸易", "信息技术", "生物科技", "化工", "餐饮管理", "装饰工程", "农业开发", "照明电器", "箱包", "印刷"
    };
    private static final String[] FORMS = {"有限公司", "有限公司", "有限公司", "股份有限公司", "有限责任公司", "厂", "经营部", "合伙企业（有限合伙）"};
    private static final String[] ROADS = {"新华路", "人民路", "兴平二路", "解放东路", "环城北路", "平善大道", "世纪大道", "东湖大道", "胜利路"};
    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final String SURNAMES = "沈陆顾朱徐张王李陈吴俞钱曹马胡孙杨周金赵姚高许郑潘曾单仇解查";

    private final Random people = new Random(31);
    private final Random random;
    private final List<Firm> firms = new ArrayList<>();

    InventedCounty(long seed, int size) {
        random = new Random(seed);
        for (int i = 0; i < size; i++) {
            firms.add(firm(i));
        }
    }

    List<Firm> firms() {
        return firms;
    }

    SearchIndex index() {
        SearchIndex.Builder builder =
                new SearchIndex.Builder(new NameParts(List.of("浙江省", "嘉兴市", "平湖市", "海盐县", "桐乡市", "长安区", "重庆市")));
        for (Firm firm : firms) {
            builder.enterprise(firm.id(), "存续", firm.address(), true);
            builder.name(firm.id(), firm.name(), "current");
            if (!firm.former().isEmpty()) {
                builder.name(firm.id(), firm.former(), "former");
            }
            builder.code(firm.id(), firm.uscc());
            builder.code(firm.id(), firm.uscc().substring(8, 17));
            builder.person(firm.id(), firm.representative());
        }
        return builder.build();
    }

    /** One enterprise, with the parts that its name is made of. */
    record Firm(
            String id,
            String uscc,
            String name,
            String brand,
            String trade,
            String former,
            String address,
            String representative) {}

    private Firm firm(int number) {
        String brand = brand();
        String trade = pick(TRADES);
        String region = pick(REGIONS);
        String form = pick(FORMS);
        String name = random.nextInt(20) == 0 && !region.isEmpty()
                ? brand + trade + "（" + region + "）" + form
                : region + brand + trade + form;
        String former = random.nextInt(8) == 0 ? pick(REGIONS) + brand() + pick(TRADES) + pick(FORMS) : "";
        return new Firm(
                "HS-%07d".formatted(number),
                uscc(),
                name,
                brand,
                trade,
                former,
                pick(ROADS) + (1 + random.nextInt(3000)) + "号",
                person());
    }

    /** Drawn apart, so that names of firms are those they were before people had any. */
    private String person() {
        return "" + SURNAMES.charAt(people.nextInt(SURNAMES.length()))
                + BRAND_CHARACTERS.charAt(people.nextInt(BRAND_CHARACTERS.length()))
                + BRAND_CHARACTERS.charAt(people.nextInt(BRAND_CHARACTERS.length()));
    }

    private String brand() {
        StringBuilder brand = new StringBuilder();
        int length = random.nextInt(10) < 6 ? 3 : random.nextInt(2) == 0 ? 2 : 4;
        while (brand.length() < length) {
            brand.append(BRAND_CHARACTERS.charAt(random.nextInt(BRAND_CHARACTERS.length())));
        }
        return brand.toString();
    }

    private String uscc() {
        while (true) {
            StringBuilder organisation = new StringBuilder("MA");
            while (organisation.length() < 8) {
                organisation.append(CODE_CHARACTERS.charAt(random.nextInt(CODE_CHARACTERS.length())));
            }
            String code = "91330482" + organisation + OrganisationCode.checkCharacter(organisation + "0");
            char check = Uscc.checkCharacter(code + "0");
            if (check != '?') {
                return code + check;
            }
        }
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
