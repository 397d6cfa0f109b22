package io.hourshare.resolve.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A second labelled world, made another way than {@link LabelledWorld}, so that nothing fits one generator alone: counties
 * of six provinces, every kind of registered body, slips listed as rules with rates, empty columns, statuses that matter.
 */
public final class CountryWorld {

    private static final String[] DEPARTMENTS = {"market", "tax", "industry", "natural", "housing"};

    /** Code, county, city, province; names as addresses and names use them. */
    private static final String[][] PLACES = {
        {"420111", "洪山区", "武汉市", "湖北省"}, {"420117", "新洲区", "武汉市", "湖北省"}, {"420684", "宜城市", "襄阳市", "湖北省"},
        {"370782", "诸城市", "潍坊市", "山东省"}, {"370724", "临朐县", "潍坊市", "山东省"}, {"370211", "黄岛区", "青岛市", "山东省"},
        {"510112", "龙泉驿区", "成都市", "四川省"}, {"510182", "彭州市", "成都市", "四川省"}, {"510623", "中江县", "德阳市", "四川省"},
        {"440606", "顺德区", "佛山市", "广东省"}, {"440112", "黄埔区", "广州市", "广东省"}, {"441322", "博罗县", "惠州市", "广东省"},
        {"340124", "庐江县", "合肥市", "安徽省"}, {"340882", "怀宁县", "安庆市", "安徽省"}, {"500118", "永川区", "", "重庆市"},
        {"500154", "开州区", "", "重庆市"}
    };

    private static final String SYLLABLES =
            "安百邦宝北本博才昌超晨承驰川淳聪达大德迪鼎东栋铎恩尔发帆方飞丰枫福港高格冠光广国海航昊浩和恒弘宏鸿华环辉汇慧吉佳嘉建健江捷金锦晋京精景久凯康科乐雷力立联良林灵龙隆鲁路美明铭诺欧鹏品平普齐奇启千强庆全仁荣如锐瑞润赛三森山尚圣盛胜石时世顺思天通万旺威为唯文五西希祥向小新信兴星旭轩雅亚扬阳一亿益毅银英永友宇玉源远跃云泽展正智中众卓紫";
    private static final String[] TRADES = {
        "商贸", "建材", "机械设备", "农业开发", "食品", "物流", "装饰工程", "电子科技", "物业管理", "汽车销售服务", "劳务", "酒店管理", "医药", "种植", "养殖", "石化",
        "文化传播", "教育咨询", "信息科技", "旅游开发", "园林", "新能源", "工贸", "服饰", "印务", "环保设备", "混凝土", "粮油", "茶业", "家居", "置业", "水利工程",
        "生物医药科技", "智能装备", "餐饮", "广告传媒", "渔业", "矿业", "安防工程", "体育文化"
    };
    private static final String[] SHOPS = {
        "百货店", "餐馆", "理发店", "建材经营部", "农资门市", "副食店", "五金商行", "汽修厂", "烟酒行", "服装店", "诊所", "茶庄"
    };
    private static final String[] ROADS = {
        "人民大道", "建设路", "中心街", "滨江路", "文化路", "工业二路", "迎宾大道", "北环路", "朝阳街", "府前路", "团结路", "纬三路", "龙城大街", "凤凰山路", "振兴路",
        "红旗路"
    };
    private static final String[] TOWNS = {"城关镇", "石桥镇", "高新区", "永安街道", "白沙镇", "龙门街道", "柳河乡", "经济开发区"};
    private static final String FAMILY =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段";
    private static final String GIVEN = "建国志强文军海涛晓明丽华秀兰桂英玉梅永红小平俊杰子轩雨桐思远家豪德全春生忠义正清凤仪素珍立新庆丰长林";
    private static final Map<String, String> SOUNDS = Map.ofEntries(
            Map.entry("安", "庵"),
            Map.entry("宝", "保"),
            Map.entry("博", "伯"),
            Map.entry("昌", "猖"),
            Map.entry("晨", "辰"),
            Map.entry("达", "答"),
            Map.entry("鼎", "顶"),
            Map.entry("丰", "峰"),
            Map.entry("福", "富"),
            Map.entry("光", "广"),
            Map.entry("恒", "衡"),
            Map.entry("宏", "鸿"),
            Map.entry("辉", "晖"),
            Map.entry("佳", "嘉"),
            Map.entry("建", "健"),
            Map.entry("金", "今"),
            Map.entry("锦", "瑾"),
            Map.entry("康", "慷"),
            Map.entry("力", "利"),
            Map.entry("联", "连"),
            Map.entry("隆", "龙"),
            Map.entry("铭", "明"),
            Map.entry("鹏", "朋"),
            Map.entry("启", "起"),
            Map.entry("荣", "容"),
            Map.entry("瑞", "锐"),
            Map.entry("盛", "胜"),
            Map.entry("祥", "翔"),
            Map.entry("新", "欣"),
            Map.entry("兴", "星"),
            Map.entry("旭", "序"),
            Map.entry("益", "亿"),
            Map.entry("永", "勇"),
            Map.entry("源", "元"),
            Map.entry("远", "院"));
    private static final String TRADITIONAL = "國国東东華华電电業业發发龍龙飛飞廣广馬马興兴聯联達达";

    private record Body(
            int number,
            String kind,
            String[] place,
            String name,
            String brand,
            List<String> former,
            String uscc,
            String reg,
            String boss,
            String town,
            String road,
            int house,
            String inside,
            String status,
            boolean listed,
            int head) {}

    private record Slip(double rate, UnaryOperator<String> change) {}

    private final Random random;
    private final List<Body> bodies = new ArrayList<>();
    private final Map<String, List<String>> rows = new TreeMap<>();
    private final List<String> truth = new ArrayList<>();
    private final String[] fillers;

    private CountryWorld(long seed, int size) {
        random = new Random(seed);
        fillers = new String[] {
            "000000000000000000",
            "123456789012345678",
            "111111111",
            "999999999999999",
            "91" + "0".repeat(16),
            NumberMaker.uscc("420100", 77_000_001),
            NumberMaker.uscc("370700", 77_000_002),
            "无",
            "/"
        };
        for (int i = 0; i < size; i++) {
            bodies.add(body(i));
        }
        bodies.forEach(this::tell);
    }

    /** Writes the departments' files and the truth; answers how many records there are. */
    public static int write(long seed, int size, Path records, Path truth) {
        CountryWorld world = new CountryWorld(seed, size);
        try {
            Files.createDirectories(records);
            for (Map.Entry<String, List<String>> department : world.rows.entrySet()) {
                Files.writeString(
                        records.resolve(department.getKey() + ".csv"),
                        LabelledWorld.COLUMNS + "\n" + String.join("\n", department.getValue()) + "\n");
            }
            Files.writeString(truth, "department,record_id,enterprise_id\n" + String.join("\n", world.truth) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return world.truth.size();
    }

    private Body body(int number) {
        String[] place = PLACES[random.nextInt(random.nextInt(PLACES.length) + 1)];
        double draw = random.nextDouble();
        Body other = bodies.isEmpty() ? null : one(bodies);
        boolean branch = draw < 0.05 && other != null && other.kind.equals("company") && other.head < 0;
        String kind =
                branch ? "branch" : draw < 0.30 ? "shop" : draw < 0.33 ? "coop" : draw < 0.38 ? "works" : "company";
        String brand = kind.equals("shop") && yes(0.45) ? person() : syllables();
        List<String> former = new ArrayList<>();
        String status = yes(0.07) ? yes(0.6) ? "注销" : "吊销，未注销" : "存续";
        String name = branch
                ? other.name
                        + (yes(0.7) ? place[1].replaceAll(".$", "") : one(TOWNS).replaceAll("(镇|街道|乡)$", "")) + "分公司"
                : named(kind, place, brand);
        if (kind.equals("company") && yes(0.09)) {
            former.add(named(kind, place, yes(0.6) ? brand : syllables()));
        }
        // A name that was given up, or whose bearer was cancelled, is registered again.
        if (kind.equals("company") && other != null && other.kind.equals("company") && yes(0.008)) {
            boolean gone = other.status.startsWith("注销") && other.place == place;
            name = !other.former.isEmpty() ? other.former.get(0) : gone ? other.name : name;
        }
        boolean hub = kind.equals("company") && yes(0.1);
        return new Body(
                number,
                kind,
                place,
                name,
                branch ? other.brand : brand,
                former,
                NumberMaker.uscc(yes(0.75) ? place[0] : place[0].substring(0, 4) + "00", number + 1),
                yes(0.55) ? NumberMaker.registration(place[0], number + 1) : "",
                person(),
                hub ? TOWNS[2] : one(TOWNS),
                hub ? "创业大道" : one(ROADS),
                hub ? 1 + random.nextInt(12) : 1 + random.nextInt(999),
                yes(0.4) ? (1 + random.nextInt(12)) + "栋" + (101 + random.nextInt(900)) + "室" : yes(0.1) ? "院内" : "",
                status,
                !yes(0.07),
                branch ? other.number : -1);
    }

    private String named(String kind, String[] place, String brand) {
        String region = yes(0.5)
                ? place[1]
                : yes(0.5) ? place[1].replaceAll("[市县区]$", "") : yes(0.6) && !place[2].isEmpty() ? place[2] : place[3];
        return switch (kind) {
            case "shop" -> place[1] + (yes(0.55) ? one(TOWNS) : "") + brand + one(SHOPS);
            case "coop" -> place[1] + brand + (yes(0.5) ? "种植" : "养殖") + "专业合作社";
            case "works" -> place[1] + brand + one(TRADES).replaceAll("(科技|工程|管理)$", "") + "厂";
            default -> {
                String form = yes(0.9) ? "有限公司" : yes(0.5) ? "有限责任公司" : "股份有限公司";
                double style = random.nextDouble();
                yield style < 0.1
                        ? brand + one(TRADES) + form
                        : style < 0.2
                                ? brand + "（" + region.replaceAll("[省市县区]$", "") + "）" + one(TRADES) + form
                                : region + brand + one(TRADES) + form;
            }
        };
    }

    private void tell(Body body) {
        if (body.listed) {
            add(
                    "market",
                    body,
                    body.name,
                    yes(0.85) ? String.join("|", body.former) : "",
                    yes(0.97) ? body.uscc : "",
                    "",
                    body.reg,
                    "",
                    address(body, false),
                    yes(0.97) ? body.place[0] : "",
                    yes(0.97) ? body.boss : "",
                    body.status);
        }
        double[] shares = body.kind.equals("shop")
                ? new double[] {0, 0.55, 0.04, 0.05, 0.05}
                : new double[] {0, 0.85, 0.33, 0.2, 0.3};
        for (int d = 1; d < DEPARTMENTS.length; d++) {
            double share = body.listed ? shares[d] : 0.45;
            while (yes(share)) {
                record(DEPARTMENTS[d], body);
                share = d == 1 ? 0.03 : 0.32;
            }
        }
    }

    private void record(String department, Body body) {
        boolean site = department.equals("natural") || department.equals("housing");
        String[] number = numbers(department, body);
        add(
                department,
                body,
                name(body, department),
                "",
                number[0],
                number[1],
                number[2],
                number[3],
                yes(0.8) ? site && yes(0.65) ? site(body) : address(body, true) : "",
                yes(0.8)
                        ? site && yes(0.12) ? PLACES[random.nextInt(PLACES.length)][0] : body.place[0]
                        : yes(0.3) ? body.place[1] : "",
                yes(department.equals("tax") ? 0.8 : 0.35) ? yes(0.95) ? body.boss : person() : "",
                "");
    }

    private String[] numbers(String department, Body body) {
        double way = random.nextDouble();
        Body owner = body.head >= 0 && yes(0.1) ? bodies.get(body.head) : yes(0.01) ? one(bodies) : body;
        String org = owner.uscc.substring(8, 17);
        String[] number = {"", "", "", ""};
        if (department.equals("tax")) {
            number[3] = way < 0.72 ? owner.uscc : way < 0.85 ? "420199".substring(0, 6) + org : "";
        } else if (way < 0.5) {
            number[0] = owner.uscc;
        } else if (way < 0.6) {
            number[1] = yes(0.5) ? org : org.substring(0, 8) + "-" + org.substring(8);
        } else if (way < 0.67) {
            number[2] = owner.reg;
        } else if (way < 0.72 && department.equals("housing")) {
            number[0] = owner.uscc.substring(0, 15);
        }
        for (int i = 0; i < number.length; i++) {
            number[i] = number[i].isEmpty() ? number[i] : slip(number[i]);
        }
        if (number[0].isEmpty() && yes(0.025)) {
            number[0] = one(fillers);
        }
        return number;
    }

    private String slip(String number) {
        double way = random.nextDouble();
        int at = random.nextInt(number.length() - 1);
        if (way < 0.012) {
            return one(fillers);
        }
        if (way < 0.03) {
            return number.substring(0, at)
                    + "0123456789ABCDEFGHJKLMNPQRTUWXY".charAt(random.nextInt(31))
                    + number.substring(at + 1);
        }
        if (way < 0.04) {
            return number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
        }
        if (way < 0.05) {
            return number.replace('0', 'O').replace('1', 'l');
        }
        if (way < 0.053) {
            return "9.13305E+17";
        }
        return way < 0.09 ? " " + number.toLowerCase(Locale.ROOT) : way < 0.1 ? "'" + number : number;
    }

    private String name(Body body, String department) {
        String name = !body.former.isEmpty() && yes(0.25) ? body.former.get(0) : body.name;
        for (Slip slip : slips(body, department)) {
            if (yes(slip.rate)) {
                name = slip.change.apply(name);
            }
        }
        return name;
    }

    private List<Slip> slips(Body body, String department) {
        String brand = body.brand;
        return List.of(
                new Slip(0.04, name -> name.replaceFirst("^(" + body.place[3] + "|" + body.place[1] + ")", "")),
                new Slip(0.03, name -> body.place[3] + body.place[2] + name),
                new Slip(0.02, name -> name.replace("有限公司", "有限责任公司")),
                new Slip(0.015, name -> name.replace("有限公司", "公司")),
                new Slip(0.015, name -> name.replaceFirst("(有限责任公司|股份有限公司|有限公司)$", "")),
                new Slip(0.02, name -> sounded(name, brand)),
                new Slip(0.012, name -> dropped(name)),
                new Slip(0.008, name -> swapped(name)),
                new Slip(0.02, CountryWorld::traditional),
                new Slip(0.03, name -> name.replace('（', '(').replace('）', ')')),
                new Slip(0.01, name -> " " + name + "　"),
                new Slip(0.015, name -> name + (yes(0.5) ? "（盖章）" : "(" + body.boss + ")")),
                new Slip(department.equals("housing") ? 0.03 : 0.0, name -> name + "厂区扩建项目"),
                new Slip(department.equals("natural") ? 0.02 : 0.0, name -> "权利人：" + name),
                new Slip(body.former.isEmpty() ? 0.0 : 0.06, name -> body.name + "（曾用名：" + body.former.get(0) + "）"));
    }

    private static String sounded(String name, String brand) {
        for (int i = 0; i < brand.length(); i++) {
            String put = SOUNDS.get(brand.substring(i, i + 1));
            int at = name.indexOf(brand);
            if (put != null && at >= 0) {
                return name.substring(0, at + i) + put + name.substring(at + i + 1);
            }
        }
        return name;
    }

    private String dropped(String name) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + name.substring(at + 1);
    }

    private String swapped(String name) {
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private static String traditional(String name) {
        String text = name;
        for (int i = 0; i < TRADITIONAL.length(); i += 2) {
            text = text.replace(TRADITIONAL.charAt(i + 1), TRADITIONAL.charAt(i));
        }
        return text;
    }

    private String address(Body body, boolean loose) {
        String large = (yes(loose ? 0.4 : 0.9) ? body.place[3] + body.place[2] : "") + (yes(0.9) ? body.place[1] : "");
        String house = yes(0.12) && loose ? "" : body.house + (yes(0.9) ? "号" : "#");
        return large + (yes(0.7) ? body.town : "") + body.road + house + (yes(loose ? 0.5 : 0.95) ? body.inside : "");
    }

    private String site(Body body) {
        return body.place[1]
                + one(TOWNS)
                + one(ROADS)
                + (yes(0.5) ? "与" + one(ROADS) + "交叉口" : (1 + random.nextInt(999)) + "号");
    }

    private void add(String department, Body body, String... fields) {
        String id = department.charAt(0) + "-" + (truth.size() + 1);
        StringBuilder row = new StringBuilder(id);
        for (String field : fields) {
            row.append(',').append(field.contains(",") ? '"' + field + '"' : field);
        }
        row.append(',').append("2025-0").append(1 + random.nextInt(9)).append("-15");
        rows.computeIfAbsent(department, absent -> new ArrayList<>()).add(row.toString());
        truth.add(department + "," + id + ",E" + body.number);
    }

    private String syllables() {
        StringBuilder brand = new StringBuilder();
        int length = yes(0.75) ? 2 : yes(0.8) ? 3 : 4;
        while (brand.length() < length) {
            brand.append(SYLLABLES.charAt((int) (SYLLABLES.length() * Math.pow(random.nextDouble(), 1.2))));
        }
        return brand.toString();
    }

    private String person() {
        int at = (int) (FAMILY.length() * Math.pow(random.nextDouble(), 1.8));
        String given = "" + GIVEN.charAt(random.nextInt(GIVEN.length()));
        return FAMILY.charAt(at) + given + (yes(0.75) ? GIVEN.charAt(random.nextInt(GIVEN.length())) : "");
    }

    private boolean yes(double share) {
        return random.nextDouble() < share;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String one(String[] list) {
        return list[random.nextInt(list.length)];
    }
}
