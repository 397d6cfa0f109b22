package io.hourshare.resolve.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.EngineSettings;
import io.hourshare.kernel.Uscc;
import io.hourshare.resolve.world.LabelledWorld;
import io.hourshare.resolve.world.NumberMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases that neither labelled world draws, each a line: who it is, or whom it must not be taken for. */
class HardCasesTest {

    /** Key, name, former names, numbers, address, person; {@code {n}} stands for the code of the n-th. */
    private static final String REGISTER = """
            1|平湖市金石精密机械有限公司||{1}||新埭镇创业路1号|王伟
            2|平湖市金石精密机械有限公司嘉善分公司||{2}||嘉善县解放路2号|李强
            3|平湖市金石精密机械有限公司当湖第一分公司||{3}||当湖街道人民路30号|李强
            4|平湖市金石精密机械有限公司当湖第二分公司||{4}||当湖街道人民路40号|李强
            5|平湖市宏图控股集团有限公司||{5}||钟埭街道兴平路5号|赵敏
            6|平湖市宏图置业有限公司||{6}||钟埭街道兴平路5号|赵敏
            7|平湖市宏图物业管理有限公司||{7}||钟埭街道兴平路5号|赵敏
            8|平湖市小刘面馆||{8}||新埭镇振新路8号|刘三
            9|平湖市小刘面馆||{9}||乍浦镇滨海路9号|刘洋
            10|平湖市第五四〇九机械厂||{10}||广陈镇中山路10号|孙斌
            11|丰田（平湖）机电有限公司||{11}||独山港镇海港路11号|YAMADA TARO
            12|平湖市红旗化工厂|||330482000000129|乍浦镇天妃路12号|周平
            13|平湖市奇数贸易有限公司||{13}||当湖街道东湖大道13号|吴霞
            14|平湖市西湖食品有限公司||{14}||当湖街道平湖大道14号|郑莉
            15|平湖市启明新材料有限公司|平湖市启明塑料厂|{15}||林埭镇共建路15号|冯军
            16|平湖市启明塑料厂||{16}||林埭镇工业路16号|陈刚
            17|平湖市晨光电子有限公司||{17}||广陈镇中山路17号|沈强
            18|平湖市红旗仓储厂||{18}||新仓镇芦川路18号|钱进
            19|平湖市红旗仓储厂城关分厂||{19}||独山港镇海港路19号|何芳
            """;

    /** Expected, department, name, unified code or tax number, organisation code, address, region, person. */
    private static final String RECORDS = """
            1|tax|　平湖市金石精密機械有限責任公司　||||330482|
            1|housing|建设单位：平湖市金石精密机械有限公司（盖章）||||330482001000|
            3|housing|平湖市金石精密机械有限公司当湖第1分公司||||330482|
            4|natural|平湖市金石精密机械有限公司当湖二分公司||||330482|
            !1,2,3,4|industry|平湖市金石精密机械有限公司当湖分公司||||330482|
            !1,2,3,4|tax|平湖市金石精密机械有限公司乍浦分公司|{2}|||330482|
            !2,3,4|housing|平湖市金石精密机械有限公司新建厂房项目||||330482|
            1|housing|平湖市金石精密机械有限公司||||330400|
            2|tax|平湖市金石精密机械有限公司善嘉分公司|{2}|||330421|
            !1,2,3,4|tax|平湖市金石精密机械有限公司海宁公司|{1}|||330481|
            !1,2,3,4|natural|金石精密机械海盐营业部|{1}|||330424|
            !1,2,3,4|housing|平湖市金石精密机械有限公司桐乡营业部二期工程||||330483|
            14|tax|平湖市东方调味品有限公司|{14}|||330482|
            14|housing|平湖市东方调味品有限公司|{14}|||330482|
            =moved|tax|平湖市旧港物流有限公司|{901}||旧港路1号|330482|马六六
            =moved|housing|平湖市金帆船舶有限公司|{901}||旧港路1号|330482|马六六
            5|natural|平湖市宏图控股集团有限公司|||钟埭街道兴平路5号|330482|赵敏
            6|housing|平湖市宏图置业有限公司|||钟埭街道兴平路5号|330482|赵敏
            !5,7|tax|平湖市宏图置业有限公司|{5}|||330482|
            !6,7|industry|平湖市宏图集团|||钟埭街道兴平路5号|330482|赵敏
            !5,6,7|housing|平湖市宏图文化传播有限公司|||钟埭街道兴平路5号|330482|赵敏
            8|tax|平湖市小刘面馆||||330482|刘三
            9|housing|平湖小刘面馆|||乍浦镇滨海路9号|330482|
            !8,9|natural|平湖市小刘面馆||||330482|
            10|natural|平湖市第五四０九机械厂||||330482|
            10|housing|平湖市第五四Ｏ九机械厂||||330482|
            11|tax|丰田(平湖)机电有限公司||{-11}|||yamada　taro
            12|natural|平湖市红旗化工厂|330482000000129|||330482|
            13|tax|平湖市奇数贸易有限公司|{13}|||330482|
            14|industry|西湖食品有限公司|||平湖大道14号|330482|
            16|tax|平湖市启明塑料厂|{16}|||330482|
            15|tax|平湖市启明塑料厂|{15}|||330482|
            15|housing|平湖市启明新材料有限公司（曾用名：平湖市启明塑料厂）||||330482|
            !15,16|natural|平湖市启明塑料厂||||330482|
            17|industry|平湖市晨光电子公司|{17}|||330482|
            17|housing|嘉兴市平湖市晨光电子公司新建厂房项目||||330482|沈强
            17|natural|湖平市晨光电子有限公司||||330482|
            8|tax|平湖市小刘面馆|{8}||林埭镇祥和路88号|330482|
            8|industry|平湖市小刘面馆|{8}||林埭镇祥和路88号|330482|
            8|housing|平湖市小刘面馆|||祥和路88号|330482|
            1|industry|金石精密|{1}||新埭镇创业路1号|330482|
            !1|industry|金石精密|{1}||嘉善县解放路2号|330421|李强
            !1|tax|金石精密公司|{1}||嘉善县解放路2号|330421|
            19|housing|平湖市红旗仓储厂城关分厂二期||||330482|何芳
            !18|housing|平湖市红旗仓储厂城关分厂二期|{18}|||330482|
            !7|tax|平湖市宏图物业管理有限公司|{904}||新仓镇芦川路99号|330482|罗丹
            !7|natural|平湖市宏图物业管理有限公司|||新仓镇芦川路99号|330482|罗丹
            =twice|tax|太仓市新仓镇小余小吃店|{902}|||320585|
            =twice|housing|小余小吃店|{902}|||320585|
            =said|tax|太仓市金帆鞋业有限公司|{903}|||320585|
            =said|natural|太仓市旧港鞋业有限公司（原太仓市金帆鞋业有限公司）|{903}|||320585|
            =school|tax|平湖市东湖实验小学|{school}|||330482|校长甲
            =school|housing|平湖市东湖实验小学|{school}|||330482|
            =school|natural|平湖市东湖实验小学||||330482|
            =union|tax|平湖市个体劳动者协会|{union}|||330482|
            =union|industry|平湖市个体劳动者协会||{-union}||330482|
            =stranger|tax|昆山市阿福面馆||||320583|丁一
            =stranger|housing|昆山市阿福面馆|||振新路3号|320583|丁一
            -|natural|昆山市阿福面馆|||滨海路77号|320583|
            -|tax|平湖市小王便利店|33048219800101123601|||330482|王五
            -|tax|平湖市老王五金店|33048219800101123602|||330482|王五
            -|housing|平湖市春晖家电维修部|||当湖街道人民路30号|330482|李强
            -|industry|XYZ TRADING CO., LTD||||330482|JOHN SMITH
            """;

    @TempDir
    static Path home;

    private static Map<String, String> clusters = Map.of();

    /** @param key of the record, which is its line's number */
    private record Case(String expected, String department, int key, String name) {}

    @BeforeAll
    static void resolve() throws IOException {
        Catalogue catalogue =
                CatalogueReader.read(CatalogueSource.directory(Path.of("."))).catalogue();
        Map<String, StringBuilder> files = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            String brand = "" + "昊鼎恒瑞永康天嘉东龙明新联丰美润".charAt(i % 16) + "达盛泰祥兴乐成禾洋腾辉创合源".charAt(i / 16 % 14);
            String trade = List.of("电子科技", "纺织", "食品", "物流", "建筑工程", "塑料制品").get(i % 6);
            String name = "平湖市" + brand + trade + (i > 223 ? "厂" : "有限公司");
            row(
                    files,
                    "market",
                    100 + i,
                    name,
                    "",
                    code("" + (100 + i)),
                    "",
                    "",
                    "人民路" + (100 + i) + "号",
                    "王" + i,
                    "330482");
        }
        for (String line : REGISTER.split("\n")) {
            String[] part = line.split("\\|", -1);
            row(
                    files,
                    "market",
                    Integer.parseInt(part[0]),
                    part[1],
                    part[2],
                    numbers(part[3]),
                    "",
                    part[4],
                    part[5],
                    part[6],
                    "330482");
        }
        int key = 0;
        for (String line : RECORDS.split("\n")) {
            String[] part = line.split("\\|", -1);
            row(files, part[1], key++, part[2], "", numbers(part[3]), numbers(part[4]), "", part[5], part[7], part[6]);
        }
        Path records = Files.createDirectories(home.resolve("records"));
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Files.writeString(records.resolve(file.getKey() + ".csv"), LabelledWorld.COLUMNS + "\n" + file.getValue());
        }
        Path out = home.resolve("out");
        new Evaluation(catalogue)
                .run(new Evaluation.Request(records, out, null, null, null), new EngineSettings("1GB", 2));
        clusters = Files.readAllLines(out.resolve("clusters.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(part -> part[0] + "/" + part[1], part -> part[2]));
    }

    static Stream<Case> cases() {
        String[] lines = RECORDS.split("\n");
        return Stream.iterate(0, i -> i + 1).limit(lines.length).map(i -> {
            String[] part = lines[i].split("\\|", -1);
            return new Case(part[0], part[1], i, part[2]);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWhoItIs(Case told) {
        String own = clusters.get(told.department() + "/" + told.key());
        String expected = told.expected();
        if (expected.startsWith("!")) {
            assertThat(Arrays.stream(expected.substring(1).split(",")).map(key -> clusters.get("market/" + key)))
                    .doesNotContain(own);
        } else if (expected.startsWith("=")) {
            assertThat(cases().filter(other -> other.expected().equals(expected))
                            .map(other -> clusters.get(other.department() + "/" + other.key())))
                    .containsOnly(own);
        } else if (expected.equals("-")) {
            assertThat(clusters.values()).containsOnlyOnce(own);
        } else {
            assertThat(own).isEqualTo(clusters.get("market/" + expected));
        }
    }

    private static void row(
            Map<String, StringBuilder> files,
            String department,
            int key,
            String name,
            String former,
            String number,
            String org,
            String registration,
            String address,
            String person,
            String region) {
        boolean tax = department.equals("tax");
        files.computeIfAbsent(department, absent -> new StringBuilder())
                .append(String.join(
                        ",",
                        "" + key,
                        name.contains(",") ? '"' + name + '"' : name,
                        former,
                        tax || number.length() == 15 ? "" : number,
                        org,
                        number.length() == 15 && !tax ? number : registration,
                        tax ? number : "",
                        address.isEmpty() ? "" : "平湖市" + address,
                        region,
                        person,
                        department.equals("market") ? "存续" : "",
                        "2025-01-01 00:00:00\n"));
    }

    /** {@code {n}} is a unified code, {@code {-n}} the organisation code in it, with its hyphen and in lower case. */
    private static String numbers(String text) {
        Matcher matcher = Pattern.compile("\\{(-?)(\\w+)}").matcher(text);
        return matcher.replaceAll(found -> {
            String code = code(found.group(2));
            String org = code.substring(8, 16) + "-" + code.charAt(16);
            return found.group(1).isEmpty() ? code : org.toLowerCase(Locale.ROOT);
        });
    }

    /** The thirteenth has a check character that is wrong, as a few in force have. */
    private static String code(String who) {
        switch (who) {
            case "school":
                return checked("12330482" + NumberMaker.org(7_001));
            case "union":
                return checked("51330482" + NumberMaker.org(7_002));
            case "8", "9", "902":
                return checked("92330482" + NumberMaker.org(Integer.parseInt(who)));
            case "13":
                String right = NumberMaker.uscc("330482", 13);
                return right.substring(0, 17) + (right.endsWith("1") ? '2' : '1');
            default:
                return NumberMaker.uscc("330482", Integer.parseInt(who));
        }
    }

    private static String checked(String text) {
        return text + Uscc.checkCharacter(text);
    }
}
