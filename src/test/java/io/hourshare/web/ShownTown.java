package io.hourshare.web;

import io.hourshare.engine.Session;
import io.hourshare.serve.snapshot.SnapshotFixture;

/** A few enterprises with full pages, for pictures and browser tests; wholly invented. */
public final class ShownTown {

    public static final String FULL = "HS-FULL";
    public static final String SPARSE = "HS-SPARSE";

    /** Code of an enterprise outside the park. */
    public static final String OUTSIDE = "91330482MA2TCAN07U";

    private static final String MARKET = "market-regulation.registration|市场主体登记信息|2026-11-22T02:05:00Z";
    private static final String TAX = "tax.registration|纳税人登记信息|2026-11-22T01:30:00Z";
    private static final String PARK = "park.roster|园区企业名册|2026-11-20T08:00:00Z";

    private ShownTown() {}

    public static void fill(Session session) {
        SnapshotFixture.add(session, SPARSE, "91330482MA2BXK7N4F", "平湖市长安食品有限公司", "", "平湖市人民路 1 号", true);
        SnapshotFixture.add(session, "HS-OUTSIDE", OUTSIDE, "示范县园外食品有限公司", "", "人民路 9 号", false);
        for (int i = 0; i < 30; i++) {
            SnapshotFixture.add(
                    session,
                    "HS-" + i,
                    "91330482MA2BXK%03dX".formatted(i),
                    "平湖市" + "启明德润华瑞天恒金源".substring(i % 9, i % 9 + 2) + "长安" + "精密电子食品物流".substring(i % 7, i % 7 + 2)
                            + "有限公司",
                    i % 5 == 0 ? "平湖市旧长安" + i + "厂" : "",
                    "浙江省平湖市经济技术开发区兴平三路 " + (i + 100) + " 号 2 幢",
                    true);
        }
        add(session);
    }

    private static void add(Session session) {
        session.execute(
                "insert into summary values (?, '91330482MA2BXK7N3H', '平湖市长安精密机械有限公司', '存续', '浙江省平湖市经济技术开发区兴平二路 88 号', true)",
                FULL);
        session.execute("insert into name (enterprise_id, name, kind) values (?, '平湖市长安精密机械有限公司', 'current')", FULL);
        session.execute("insert into name (enterprise_id, name, kind) values (?, '平湖市长安五金厂', 'former')", FULL);
        session.execute("insert into person values (?, '沈某某')", FULL);
        session.execute("insert into code values ('91330482MA2BXK7N3H', 'uscc', ?)", FULL);
        session.execute("insert into document_part values (?, 0, ?)", FULL, document());
    }

    private static String document() {
        StringBuilder fields = new StringBuilder();
        field(fields, "uscc", "\"91330482MA2BXK7N3H\"", "统一社会信用代码", "", MARKET, false);
        field(fields, "ent_name", "\"平湖市长安精密机械有限公司\"", "企业名称", "", MARKET, false);
        field(fields, "legal_rep_name", "\"沈某某\"", "法定代表人", "", MARKET, false);
        field(fields, "reg_status_code", "\"ACTIVE\"", "登记状态", "", MARKET, false);
        field(fields, "reg_status_name", "\"在业\"", "登记状态（原文）", "", MARKET, false);
        field(fields, "ent_type_code", "\"1130\"", "企业类型代码", "", MARKET, false);
        field(fields, "ent_type_name", "\"有限责任公司（自然人投资或控股）\"", "企业类型", "", MARKET, false);
        field(fields, "industry_code", "\"3484\"", "行业代码", "", MARKET, false);
        field(fields, "reg_capital", "12500.500000", "注册资本", "万元", MARKET, false);
        field(fields, "est_date", "\"2016-03-18\"", "成立日期", "", MARKET, false);
        field(fields, "reg_authority", "\"平湖市市场监督管理局\"", "登记机关", "", MARKET, false);
        field(fields, "address", "\"浙江省平湖市经济技术开发区兴平二路 88 号\"", "住所", "", MARKET, false);
        field(fields, "region_code", "\"330482\"", "住所行政区划", "", MARKET, false);
        field(
                fields,
                "business_scope",
                "\"一般项目：通用零部件制造；机械零件、零部件加工；模具制造；机械设备研发；货物进出口；技术进出口（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。\"",
                "经营范围",
                "",
                MARKET,
                false);
        field(fields, "employee_num", "236", "从业人数", "人", TAX, false);
        field(fields, "tax_status_code", "\"03\"", "纳税人状态", "", TAX, false);
        field(fields, "taxpayer_kind", "\"GENERAL\"", "纳税人资格类型", "", TAX, false);
        field(fields, "tax_bureau", "\"国家税务总局平湖市税务局\"", "主管税务局", "", TAX, false);
        field(fields, "op_address", "\"平湖市经济技术开发区兴平二路 88 号 3 号厂房\"", "生产经营地址", "", TAX, false);
        field(fields, "park_status", "\"IN_PARK\"", "入园状态", "", PARK, false);
        field(fields, "plot", "\"B-07 地块 2 号厂房\"", "地块/厂房", "", PARK, false);
        field(fields, "entered_on", "\"2017-05-02\"", "入园日期", "", PARK, false);
        field(fields, "chain_name", "\"高端装备制造\"", "所属产业链", "", PARK, false);
        field(fields, "contact_name", "\"沈某某\"", "企业联系人", "", PARK, true);
        field(fields, "contact_phone", "\"13805730001\"", "联系电话", "", PARK, true);
        field(fields, "officer_name", "\"陆某\"", "服务专员", "", PARK, true);
        field(fields, "party_org", "\"长安精密党支部\"", "党组织", "", PARK, false);
        return "{\"enterprise_id\":\"" + FULL
                + "\",\"uscc\":\"91330482MA2BXK7N3H\",\"name\":\"平湖市长安精密机械有限公司\",\"in_park\":true,\"fields\":{"
                + fields.substring(1) + "}," + CONFLICTS + "," + SATELLITES
                + ",\"names\":[{\"name\":\"平湖市长安精密机械有限公司\",\"kind\":\"current\"},"
                + "{\"name\":\"平湖市长安五金厂\",\"kind\":\"former\",\"valid_from\":\"2009-06-01\",\"valid_to\":\"2016-03-18\"}]}";
    }

    private static void field(
            StringBuilder fields,
            String attribute,
            String json,
            String title,
            String unit,
            String source,
            boolean restricted) {
        String[] parts = source.split("\\|");
        fields.append("""
                ,"%s":{"value":%s,"title":"%s","unit":%s,"feed":"%s","feed_title":"%s","source_time":"%s",
                "window":"2026-11-22T02Z","position":{"object":"landing/x/rows.jsonl","offset":4096,"length":812},
                "rule":"优先顺序","restricted":%s}""".formatted(
                        attribute,
                        json,
                        title,
                        unit.isEmpty() ? "null" : "\"" + unit + "\"",
                        parts[0],
                        parts[1],
                        parts[2],
                        restricted));
    }

    private static final String CONFLICTS = """
            "conflicts":[{"attribute":"address","title":"住所",
            "winner":{"value":"浙江省平湖市经济技术开发区兴平二路 88 号","feed":"market-regulation.registration","source_time":"2026-11-22T02:05:00Z","position":{}},
            "losers":[{"value":"平湖市当湖街道新华北路 12 号","feed":"tax.registration","source_time":"2026-11-22T01:30:00Z","position":{}}]},
            {"attribute":"est_date","title":"成立日期",
            "winner":{"value":"2016-03-18","feed":"market-regulation.registration","source_time":"2026-11-22T02:05:00Z","position":{}},
            "losers":[{"value":"2016-04-01","feed":"tax.registration","source_time":"2026-11-22T01:30:00Z","position":{}}]}]""";

    private static final String SATELLITES = """
            "satellites":{"size-class":[
            {"size_class":"SMALL","size_name":"小型","trade":"工业","employee_num":236,"employee_feed":"tax.registration","report_year":2025,
             "_source":{"feed":"tax.registration","source_time":"2026-11-22T01:30:00Z","position":{}}}],
            "licence":[
            {"cert_name":"排污许可证","cert_no":"91330482MA2BXK7N3H001Q","decision_date":"2024-02-01","valid_to":"2029-01-31","status":"VALID",
             "_source":{"feed":"credit.licence","source_time":"2026-11-21T08:00:00Z","position":{}}},
            {"cert_name":"道路运输经营许可证","cert_no":"XK1808283298","decision_date":"2019-05-20","valid_to":"2023-05-19","status":"VALID",
             "_source":{"feed":"credit.licence","source_time":"2026-11-21T08:00:00Z","position":{}}}],
            "qualification":[
            {"qual_type":"HIGH_TECH","qual_level":"NATIONAL","batch":"2024 年第一批","cert_no":"GR202433100657","grant_date":"2024-12-06","valid_to":"2027-12-06",
             "_source":{"feed":"industry-it.qualification","source_time":"2026-11-19T08:00:00Z","position":{}}},
            {"qual_type":"SPECIALISED_SME","qual_level":"PROVINCIAL","batch":"2023 年","cert_no":"ZJ2023-1182","grant_date":"2023-07-15",
             "_source":{"feed":"industry-it.qualification","source_time":"2026-11-19T08:00:00Z","position":{}}}],
            "credit-rating":[
            {"rating_year":2024,"rating":"A","score":94.5,"rating_date":"2025-04-20","_source":{"feed":"tax.credit-rating","source_time":"2026-11-01T00:00:00Z","position":{}}},
            {"rating_year":2023,"rating":"B","score":83,"rating_date":"2024-04-19","_source":{"feed":"tax.credit-rating","source_time":"2026-11-01T00:00:00Z","position":{}}}],
            "real-estate":[
            {"realty_unit_no":"330482001002GB00012F00010001","cert_no":"浙（2018）平湖市不动产权第0012345号","right_type":"4","address":"兴平二路 88 号 3 号厂房",
             "land_area_m2":18650.2,"building_area_m2":22310.75,"mortgaged":true,"sealed":false,"reg_time":"2018-09-03T02:00:00Z",
             "_source":{"feed":"natural-resources.real-estate","source_time":"2026-11-22T00:40:00Z","position":{}}}]}""";
}
