package io.hourshare.resolve.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Invented enterprises and what five departments wrote down about them, with the truth beside it.
 *
 * <p>Same seed, same world. Rates follow the lists of dirt in real departmental data, not what any method finds easy.
 */
public final class LabelledWorld {

    public static final String COLUMNS =
            "record_id,name,former_names,uscc,org_code,reg_no,tax_id,address,region_code,legal_rep,"
                    + "status,updated_at";

    private static final String[][] COUNTIES = {
        {"330482", "平湖市", "浙江省嘉兴市"}, {"330421", "嘉善县", "浙江省嘉兴市"}, {"330402", "南湖区", "浙江省嘉兴市"},
        {"330481", "海宁市", "浙江省嘉兴市"}, {"330106", "西湖区", "浙江省杭州市"}, {"330109", "萧山区", "浙江省杭州市"},
        {"310115", "浦东新区", "上海市"}, {"310116", "金山区", "上海市"}, {"320583", "昆山市", "江苏省苏州市"},
        {"320505", "虎丘区", "江苏省苏州市"}, {"320585", "太仓市", "江苏省苏州市"}, {"330424", "海盐县", "浙江省嘉兴市"}
    };
    private static final String BRAND_CHARACTERS = "宏达鼎盛华泰金鑫恒瑞祥和顺通利民兴旺永安康乐天成长信诚德仁义东方海洋龙腾飞跃明光辉煌新创联合众益丰禾美佳润泽源清"
            + "嘉禾博文雅致远大同正中立业银河星辰月桂松柏林森石玉翠凤凰麒麟骏马千里百川江河山岳峰云雨春秋夏冬阳晨曦晓晖卓越杰尚品优创智慧启航拓展锐精工匠心巧艺";
    private static final String[] TRADES = {
        "电子科技", "机械", "贸易", "商贸", "建筑工程", "建设", "物流", "运输", "餐饮管理", "食品", "服饰", "纺织", "五金制品", "模具", "塑料制品", "包装材料",
        "新材料科技", "环保科技", "信息技术", "网络科技", "文化传媒", "广告", "企业管理咨询", "物业管理", "房地产开发", "汽车配件", "家具", "装饰工程", "医疗器械", "生物科技",
        "农业发展", "园林绿化", "进出口", "供应链管理", "人力资源", "投资管理", "光电", "自动化设备", "印刷", "化工", "金属制品", "箱包", "光伏科技", "仓储服务"
    };
    private static final String[] SHOP_TRADES = {
        "餐饮店", "小吃店", "服装店", "便利店", "五金店", "理发店", "水果店", "烟酒店", "超市", "汽车维修部", "面馆", "花店", "药店"
    };
    private static final String[] STREETS = {"当湖街道", "钟埭街道", "新埭镇", "乍浦镇", "新仓镇", "独山港镇", "广陈镇", "林埭镇"};
    private static final String[] ROADS = {
        "人民路", "解放路", "新华路", "环城东路", "环城西路", "昌盛路", "平湖大道", "城南路", "兴平路", "新兴路", "东湖大道", "工业路", "创业路", "科技路", "胜利路",
        "建国路", "中山路", "育才街", "新凯路", "平成路", "宏建路", "永兴路", "经开路", "通界路"
    };
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文辉玲志红春梅飞鹏宇浩然欣怡子轩梓涵俊雪琴云峰波斌燕凤洁莉";

    /** One enterprise as it is. */
    static final class Enterprise {
        final int number;
        int kind;
        int county;
        String brand = "";
        String name = "";
        List<String> former = new ArrayList<>();
        String uscc = "";
        String registration = "";
        String representative = "";
        String formerRepresentative = "";
        String street = "";
        String road = "";
        int house;
        int room;
        boolean outsider;
        boolean closed;
        int head = -1;

        Enterprise(int number) {
            this.number = number;
        }
    }

    private final Random random;
    private final List<Enterprise> enterprises = new ArrayList<>();
    private final Map<String, StringBuilder> files = new LinkedHashMap<>();
    private final StringBuilder truth = new StringBuilder("department,record_id,enterprise_id\n");
    private final List<String> fillers = new ArrayList<>();
    private int records;

    private LabelledWorld(long seed, int size) {
        random = new Random(seed);
        for (String department : List.of("market", "tax", "industry", "natural", "housing")) {
            files.put(department, new StringBuilder(COLUMNS + "\n"));
        }
        for (int i = 0; i < 6; i++) {
            fillers.add(NumberMaker.uscc("330400", 50_000_000 + i));
        }
        fillers.add("000000000000000000");
        fillers.add("111111111111111111");
        for (int i = 0; i < size; i++) {
            enterprises.add(found(i));
        }
    }

    /** Writes the departments' files and {@code truth.csv}; answers how many records there are. */
    public static int write(long seed, int size, Path records, Path truth) {
        LabelledWorld world = new LabelledWorld(seed, size);
        world.enterprises.forEach(world::tell);
        try {
            Files.createDirectories(records);
            for (Map.Entry<String, StringBuilder> file : world.files.entrySet()) {
                try (Writer writer = Files.newBufferedWriter(records.resolve(file.getKey() + ".csv"))) {
                    writer.append(file.getValue());
                }
            }
            Files.writeString(truth, world.truth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return world.records;
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String any(String[] list) {
        return list[random.nextInt(list.length)];
    }

    private String anyOf(String text) {
        int at = random.nextInt(text.length());
        return text.substring(at, at + 1);
    }

    private String brand() {
        // Some characters are much more liked than others.
        StringBuilder brand = new StringBuilder();
        int length = chance(0.72) ? 2 : chance(0.8) ? 3 : 4;
        for (int i = 0; i < length; i++) {
            int at = (int) (BRAND_CHARACTERS.length() * Math.pow(random.nextDouble(), 1.35));
            brand.append(BRAND_CHARACTERS.charAt(at));
        }
        return brand.toString();
    }

    private String person() {
        return anyOf(SURNAMES) + anyOf(GIVEN) + (chance(0.7) ? anyOf(GIVEN) : "");
    }

    private Enterprise found(int number) {
        Enterprise enterprise = new Enterprise(number);
        enterprise.county = (int) (COUNTIES.length * Math.pow(random.nextDouble(), 2));
        enterprise.outsider = chance(0.08);
        if (enterprise.outsider) {
            enterprise.county = 4 + random.nextInt(COUNTIES.length - 4);
        }
        name(enterprise);
        String region = COUNTIES[enterprise.county][0];
        enterprise.uscc = NumberMaker.uscc(chance(0.9) ? region : region.substring(0, 4) + "00", number + 1);
        enterprise.registration = chance(0.5) ? NumberMaker.registration(region, number + 1) : "";
        enterprise.representative = person();
        enterprise.formerRepresentative = chance(0.06) ? person() : enterprise.representative;
        enterprise.closed = chance(0.06);
        settle(enterprise);
        return enterprise;
    }

    private void settle(Enterprise enterprise) {
        enterprise.street = any(STREETS);
        if (enterprise.kind == 0 && chance(0.12)) {
            Random incubator = new Random(random.nextInt(30) + 1000L * enterprise.county);
            enterprise.street = STREETS[incubator.nextInt(STREETS.length)];
            enterprise.road = ROADS[incubator.nextInt(ROADS.length)];
            enterprise.house = 1 + incubator.nextInt(400);
            enterprise.room = 100 + random.nextInt(900);
        } else {
            enterprise.road = any(ROADS);
            enterprise.house = 1 + random.nextInt(1500);
            enterprise.room = chance(0.5) ? 100 + random.nextInt(500) : 0;
        }
    }

    private void name(Enterprise enterprise) {
        String[] county = COUNTIES[enterprise.county];
        String place =
                chance(0.75) ? county[1] : chance(0.5) ? county[1].substring(0, 2) : county[2].replaceAll("省.*", "省");
        double kind = random.nextDouble();
        Enterprise other = enterprises.isEmpty() ? null : any(enterprises);
        if (kind < 0.06 && other != null && other.kind == 0 && !other.outsider) {
            enterprise.kind = 2;
            enterprise.head = other.number;
            enterprise.brand = other.brand;
            enterprise.name =
                    other.name + county[1].substring(0, 2) + (chance(0.8) ? "" : "第" + (1 + random.nextInt(3))) + "分公司";
        } else if (kind < 0.26) {
            enterprise.kind = 1;
            enterprise.brand = chance(0.5) ? "小" + anyOf(SURNAMES) : chance(0.5) ? person() : brand();
            enterprise.name = county[1]
                    + (chance(0.6) ? any(STREETS).replace("街道", "") : "")
                    + enterprise.brand
                    + any(SHOP_TRADES);
        } else {
            boolean affiliate = other != null && other.kind == 0 && chance(0.06);
            enterprise.brand = affiliate ? other.brand : brand();
            enterprise.name = company(enterprise, place);
            if (other != null && other.kind == 0 && chance(0.012)) {
                enterprise.brand = other.brand;
                enterprise.name = other.former.isEmpty() ? other.name : other.former.get(0);
                other.closed = other.former.isEmpty() && other.county == enterprise.county;
            }
            if (chance(0.08)) {
                String old = enterprise.name;
                if (chance(0.5)) {
                    enterprise.brand = brand();
                }
                enterprise.name = company(enterprise, place);
                enterprise.former.add(old);
            }
        }
    }

    private String company(Enterprise enterprise, String place) {
        String trade = any(TRADES);
        String form = chance(0.86) ? "有限公司" : chance(0.4) ? "股份有限公司" : chance(0.6) ? "厂" : "有限责任公司";
        double style = random.nextDouble();
        if (style < 0.08) {
            return enterprise.brand + trade + form;
        }
        return style < 0.16
                ? enterprise.brand + "（" + place.replaceAll("[省市县区]$", "") + "）" + trade + form
                : place + enterprise.brand + trade + form;
    }

    private void tell(Enterprise enterprise) {
        if (!enterprise.outsider) {
            market(enterprise);
        }
        DepartmentHabits habits = new DepartmentHabits();
        for (String department : List.of("tax", "industry", "natural", "housing")) {
            double share =
                    enterprise.outsider ? habits.outsiders(department) : habits.share(department, enterprise.kind);
            while (chance(share)) {
                record(department, enterprise, habits);
                share = habits.again(department);
            }
        }
    }

    private void market(Enterprise enterprise) {
        boolean old = chance(0.03) && !enterprise.registration.isEmpty();
        emit(
                "market",
                enterprise,
                enterprise.name,
                chance(0.9) ? String.join("|", enterprise.former) : "",
                old ? "" : enterprise.uscc,
                "",
                enterprise.registration,
                "",
                address(enterprise, 0.9),
                chance(0.98) ? COUNTIES[enterprise.county][0] : "",
                chance(0.98) ? enterprise.representative : "");
    }

    private void record(String department, Enterprise enterprise, DepartmentHabits habits) {
        String name = dirtyName(enterprise, department);
        Enterprise numbered = numberOwner(enterprise);
        String[] numbers = habits.numbers(department, numbered.uscc, numbered.registration, random);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = dirtyNumber(numbers[i]);
        }
        boolean site = habits.site(department) && chance(0.6);
        emit(
                department,
                enterprise,
                name,
                "",
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                chance(habits.address(department)) ? site ? site() : address(enterprise, 0.6) : "",
                chance(0.85)
                        ? site && chance(0.15) ? COUNTIES[random.nextInt(6)][0] : COUNTIES[enterprise.county][0]
                        : "",
                chance(habits.representative(department))
                        ? chance(0.85) ? enterprise.formerRepresentative : enterprise.representative
                        : "");
    }

    private Enterprise numberOwner(Enterprise enterprise) {
        if (enterprise.head >= 0 && chance(0.12)) {
            return enterprises.get(enterprise.head);
        }
        return chance(0.012) ? any(enterprises) : enterprise;
    }

    private String dirtyNumber(String number) {
        if (number.isEmpty()) {
            return chance(0.03) ? any(fillers) : "";
        }
        double dirt = random.nextDouble();
        if (dirt < 0.03) {
            return number.toLowerCase() + " ";
        }
        if (dirt < 0.05) {
            return any(fillers);
        }
        if (dirt < 0.075) {
            return mistyped(number);
        }
        return dirt < 0.08 && number.length() == 9 ? number.substring(0, 8) + "-" + number.substring(8) : number;
    }

    private String mistyped(String number) {
        int at = random.nextInt(number.length());
        double kind = random.nextDouble();
        if (kind < 0.3) {
            return number.replaceFirst("0", "O").replaceFirst("1", chance(0.5) ? "I" : "1");
        }
        if (kind < 0.7) {
            return number.substring(0, at) + anyOf("0123456789ABCDEFGH") + number.substring(at + 1);
        }
        if (kind < 0.85 && at + 1 < number.length()) {
            return number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
        }
        return number.substring(0, at) + number.substring(at + 1);
    }

    private String dirtyName(Enterprise enterprise, String department) {
        String name = enterprise.name;
        if (!enterprise.former.isEmpty() && chance(0.3)) {
            name = chance(0.2) ? name + "（原" + enterprise.former.get(0) + "）" : enterprise.former.get(0);
        }
        double dirt = random.nextDouble() * 0.6;
        if (department.equals("tax")) {
            dirt += 0.07;
        }
        if (dirt < 0.03) {
            name = name.replaceFirst("^(浙江省|江苏省|上海市|..[市县区]|浦东新区)", "");
        } else if (dirt < 0.05) {
            name = name.replace("市", "").replace("县", "");
        } else if (dirt < 0.07) {
            name = name.replace("有限公司", chance(0.7) ? "有限责任公司" : "公司");
        } else if (dirt < 0.085) {
            name = enterprise.brand
                    + name.substring(name.indexOf(enterprise.brand) + enterprise.brand.length())
                            .replaceAll("(科技|工程|管理|制品|服务|发展)?(股份)?有限(责任)?公司", "");
        } else if (dirt < 0.115) {
            name = Misspelling.of(name, enterprise.brand, random);
        } else if (dirt < 0.125) {
            name = Misspelling.traditional(name);
        } else if (dirt < 0.145) {
            name = name + any(new String[] {"（盖章）", "(公章)", "（" + enterprise.representative + "）", "　", "等", "（筹）"});
        } else if (dirt < 0.16 && department.equals("housing")) {
            name = name + any(new String[] {"年产5万吨项目", "新建厂房项目", "项目部", "（一期）"});
        } else if (dirt < 0.17) {
            name = any(new String[] {"申请人：", "建设单位:", "权利人："}) + name;
        } else if (dirt < 0.20) {
            name = name.replace('（', '(').replace('）', ')');
        }
        return name;
    }

    private String address(Enterprise enterprise, double whole) {
        String[] county = COUNTIES[enterprise.county];
        return (chance(whole) ? county[2] : "") + (chance(0.9) ? county[1] : "")
                + (chance(0.8) ? enterprise.street : "")
                + enterprise.road + enterprise.house + "号"
                + (enterprise.room > 0 && chance(0.8) ? enterprise.room + "室" : "");
    }

    private String site() {
        return any(STREETS) + any(ROADS) + (chance(0.5) ? (1 + random.nextInt(1500)) + "号" : "北侧地块");
    }

    private void emit(String department, Enterprise enterprise, String... fields) {
        String id = department.substring(0, 1).toUpperCase() + String.format("%07d", ++records);
        List<String> row = new ArrayList<>();
        row.add(id);
        row.addAll(List.of(fields));
        row.add(department.equals("market") ? enterprise.closed ? "注销" : "存续" : "");
        row.add(String.format(
                "20%02d-%02d-%02d 10:00:00", 15 + random.nextInt(11), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        files.get(department)
                .append(row.stream().map(LabelledWorld::quoted).collect(Collectors.joining(",")))
                .append('\n');
        truth.append(department)
                .append(',')
                .append(id)
                .append(",E")
                .append(enterprise.number)
                .append('\n');
    }

    private static String quoted(String field) {
        return field.contains(",") ? '"' + field + '"' : field;
    }
}
