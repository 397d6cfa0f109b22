package io.hourshare.sandbox.world;

import java.util.Arrays;
import java.util.List;

/** One class of GB/T 4754-2017 as the town knows it: code, section, title, words in names, a sentence of scope. */
public record Industry(String code, char section, String title, List<String> trades, String scope) {

    private static final String TABLE = """
            3482 C 紧固件制造|紧固件,标准件,五金制品|紧固件、标准件的制造、加工
            3484 C 机械零部件加工|精密机械,机械配件,机械|机械零部件加工；机械设备销售
            3525 C 模具制造|模具,精密模具|模具制造；模具销售
            3311 C 金属结构制造|钢结构,金属制品|金属结构制造；金属结构销售
            3670 C 汽车零部件及配件制造|汽车零部件,汽车配件,汽车科技|汽车零部件及配件制造
            3825 C 光伏设备及元器件制造|光伏科技,新能源|光伏设备及元器件制造；光伏设备销售
            3841 C 锂离子电池制造|新能源科技,电池|电池制造；电池零配件生产
            3976 C 光电子器件制造|光电科技,光电|光电子器件制造；电子专用材料研发
            3981 C 电阻电容电感元件制造|电子,电子元件|电子元器件制造；电子元器件批发
            3812 C 电动机制造|电机,电气|电机制造；电动机制造
            3443 C 阀门和旋塞制造|阀门,流体设备|普通阀门和旋塞制造（不含特种设备制造）
            3451 C 滚动轴承制造|轴承|轴承、齿轮和传动部件制造
            3467 C 包装专用设备制造|包装机械,智能装备|包装专用设备制造；智能机器人的研发
            2929 C 塑料零件及其他塑料制品制造|塑料制品,塑业,新材料|塑料制品制造；塑料制品销售
            2231 C 纸和纸板容器制造|纸制品,包装|纸和纸板容器制造；包装材料及制品销售
            2319 C 包装装潢及其他印刷|印刷,包装印务|包装装潢印刷品印刷
            1922 C 皮箱、包（袋）制造|箱包,旅行用品|箱包制造；皮革制品销售
            1819 C 其他机织服装制造|服装,服饰|服装制造；服饰制造；针纺织品销售
            1751 C 化纤织造加工|纺织,化纤|面料纺织加工；针纺织品及原料销售
            2456 C 儿童乘骑玩耍的童车类产品制造|童车,儿童用品|玩具制造；母婴用品制造
            2110 C 木质家具制造|家具,家居|家具制造；家具销售
            2641 C 涂料制造|涂料,新材料科技|涂料制造（不含危险化学品）
            2740 C 中成药生产|药业,制药|药品生产；中药提取物生产
            3589 C 其他医疗设备及器械制造|医疗器械,医疗科技|第二类医疗器械生产；第一类医疗器械销售
            4016 C 供应用仪器仪表制造|仪表,仪器科技|供应用仪器仪表制造；仪器仪表销售
            1353 C 肉制品及副产品加工|食品,肉制品|食品生产；食品销售
            5012 E 住宅装饰和装修|装饰工程,建筑装饰|住宅室内装饰装修；建设工程施工
            4852 E 管道工程建筑|建设工程,市政工程|各类工程建设活动；土石方工程施工
            5174 F 五金产品批发|五金,贸易|五金产品批发；国内贸易代理
            5165 F 建材批发|建材,建材贸易|建筑材料销售；建筑装饰材料销售
            5131 F 纺织品、针织品及原料批发|进出口,纺织贸易|针纺织品及原料销售；货物进出口
            5211 F 百货零售|百货,商贸|日用百货销售；日用品销售
            5431 G 普通货物道路运输|运输,物流|道路货物运输（不含危险货物）；国内货物运输代理
            5920 G 通用仓储|仓储,供应链管理|普通货物仓储服务；供应链管理服务
            6210 H 正餐服务|餐饮,餐饮管理|餐饮服务；餐饮管理
            6513 I 应用软件开发|软件,信息技术,网络科技|软件开发；信息系统集成服务
            6520 I 集成电路设计|集成电路,微电子|集成电路设计；集成电路芯片及产品销售
            7010 K 房地产开发经营|置业,房地产开发|房地产开发经营
            7020 K 物业管理|物业管理,物业服务|物业管理；停车场服务
            7241 L 会计、审计及税务服务|财务咨询,税务师事务所|财务咨询；税务服务
            7299 L 其他未列明商务服务业|企业管理,咨询|企业管理；企业管理咨询
            7320 M 工程和技术研究和试验发展|技术,科技|工程和技术研究和试验发展；技术服务
            8111 O 汽车修理与维护|汽车维修,汽车服务|机动车修理和维护；洗车服务
            0141 A 蔬菜种植|蔬菜,农业|蔬菜种植；农产品的生产、销售
            0153 A 柑橘类种植|果业,水果|水果种植；新鲜水果批发
            """;

    private static final List<Industry> ALL = TABLE.lines().map(Industry::parse).toList();

    public static List<Industry> all() {
        return ALL;
    }

    /** Those that a park's plants work in. */
    public static List<Industry> ofPlants() {
        return ALL.stream().filter(industry -> industry.section == 'C').toList();
    }

    /** Those of fields and orchards. */
    public static List<Industry> ofFarms() {
        return ALL.stream().filter(industry -> industry.section == 'A').toList();
    }

    private static Industry parse(String line) {
        String[] parts = line.split("\\|", -1);
        return new Industry(
                parts[0].substring(0, 4),
                parts[0].charAt(5),
                parts[0].substring(7),
                Arrays.asList(parts[1].split(",", -1)),
                parts[2]);
    }
}
