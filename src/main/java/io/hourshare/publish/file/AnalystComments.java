package io.hourshare.publish.file;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in Chinese what each table and column of the analysts' file is, as comments and as the table {@code dict}. */
final class AnalystComments {

    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("contradiction", "部门间矛盾：按常设规则比对，排在前面的应先核实"),
            Map.entry("enterprise", "企业画像：一户一行，每个属性取来源优先的现势值"),
            Map.entry("enterprise_name", "企业名称：现用名、曾用名与各部门写法"),
            Map.entry("enterprise_event", "企业身份变动：记录归入与移出、企业合并与拆分，及其原因"),
            Map.entry("enterprise_redirect", "不再使用的企业标识及其现在指向的企业"),
            Map.entry("enterprise_provenance", "画像取值出处：一户一属性一行"),
            Map.entry("enterprise_conflict", "部门间不一致：未被采用且确有差异的取值"),
            Map.entry("freshness", "各数据源新鲜度"),
            Map.entry("balance", "逐小时收支：收到 = 接收 + 隔离 + 重复 + 按约丢弃"),
            Map.entry("quality", "数据质量：每条契约规则一行，得分 0 至 1"),
            Map.entry("meta", "本文件的来历"),
            Map.entry("dict", "本文件的表与列"),
            Map.entry("dict_source", "每一列由哪些数据源的哪个字段给出"),
            Map.entry("dict_code", "代码表"));

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("weight", "轻重（1 到 100）"),
            Map.entry("said", "该部门的说法"),
            Map.entry("against", "与之矛盾的说法"),
            Map.entry("enterprise_id", "企业标识（本系统内稳定不变）"),
            Map.entry("in_park", "是否园区企业"),
            Map.entry("attribute", "属性（英文列名）"),
            Map.entry("title", "名称"),
            Map.entry("value", "取值"),
            Map.entry("winner_value", "被采用的取值"),
            Map.entry("winner_feed", "被采用取值的数据源"),
            Map.entry("winner_source_time", "被采用取值在来源系统的时间（UTC）"),
            Map.entry("source_feed", "数据源"),
            Map.entry("source_title", "数据源名称"),
            Map.entry("source_time", "来源系统的更新时间（UTC）"),
            Map.entry("source_window", "拉取时间窗起点（UTC）"),
            Map.entry("source_object", "原始文件"),
            Map.entry("source_offset", "原始文件中的字节位置"),
            Map.entry("source_length", "原始记录字节数"),
            Map.entry("source_sheet", "工作表"),
            Map.entry("source_row", "行号（从 1 起）"),
            Map.entry("source_cell", "单元格"),
            Map.entry("source_field", "来源字段"),
            Map.entry("rule", "转换规则"),
            Map.entry("model", "规则版本：数据源契约与映射、归并规则任一变动即变"),
            Map.entry("rule_id", "规则编号（jobs/contradictions/ 下的文件名）"),
            Map.entry("name", "名称"),
            Map.entry("kind", "类别：名称 current 现用、former 曾用、alias 别名；身份变动 link 归入、unlink 移出、merge 合并、split 拆分"),
            Map.entry("subject_id", "变动的企业标识（合并时为不再使用的标识，拆分时为新标识）"),
            Map.entry("other_id", "另一方企业标识：合并后的企业、拆分前的企业、记录的来处或去处"),
            Map.entry("old_id", "不再使用的企业标识"),
            Map.entry("record_key", "记录主键"),
            Map.entry("cause", "变动原因（判定规则；operator 人工判定，withdrawn 人工判定被撤回）"),
            Map.entry("decision", "人工判定编号"),
            Map.entry("valid_from", "启用日期"),
            Map.entry("valid_to", "停用日期"),
            Map.entry("feed", "数据源"),
            Map.entry("department", "部门"),
            Map.entry("state", "状态"),
            Map.entry("newest_window", "最新完成的时间窗起点（UTC）"),
            Map.entry("data_time", "数据在来源系统的最新时间（UTC）"),
            Map.entry("cycle", "更新周期"),
            Map.entry("promise_minutes", "处理时限（分钟）"),
            Map.entry("hour", "时间窗起点（UTC）"),
            Map.entry("declared", "来源声明的总数"),
            Map.entry("received", "收到"),
            Map.entry("accepted", "接收"),
            Map.entry("quarantined", "隔离"),
            Map.entry("duplicates", "完全重复"),
            Map.entry("dropped", "按约丢弃"),
            Map.entry("dimension", "质量维度"),
            Map.entry("quality_rule", "质量规则编号"),
            Map.entry("number", "规则数出的值"),
            Map.entry("record_count", "检查的记录数"),
            Map.entry("met", "是否达到契约要求"),
            Map.entry("score", "得分（0 至 1）"),
            Map.entry("created", "新增（接收之中）"),
            Map.entry("changed", "变更（接收之中）"),
            Map.entry("unchanged", "未变（接收之中）"),
            Map.entry("superseded", "被更新版本取代（接收之中）"),
            Map.entry("unframeable", "无法切分（退回之中）"),
            Map.entry("deletions", "其中表示删除"),
            Map.entry("warnings", "已置空的可选值"),
            Map.entry("balanced", "是否平衡"),
            Map.entry("elapsed_ms", "用时（毫秒）"),
            Map.entry("key", "键"),
            Map.entry("table_name", "表"),
            Map.entry("column_name", "列"),
            Map.entry("data_type", "数据类型"),
            Map.entry("unit", "计量单位"),
            Map.entry("description", "说明"),
            Map.entry("priority", "采信次序（1 最先）"),
            Map.entry("list", "代码表名"),
            Map.entry("entry", "代码表条目（JSON）"));

    private final Session session;
    private final ProfileViews views;

    AnalystComments(Session session, ProfileViews views) {
        this.session = session;
        this.views = views;
    }

    void write(List<CanonicalEntity> satellites) {
        Map<String, CanonicalEntity> entities = new LinkedHashMap<>();
        entities.put(CanonicalEntity.ENTERPRISE, views.enterprise());
        satellites.forEach(satellite -> entities.put(AnalystFile.tableName(satellite), satellite));
        dictionary(entities).create(session, "dict");
        comment(entities);
    }

    private RowsTable dictionary(Map<String, CanonicalEntity> entities) {
        RowsTable dictionary = new RowsTable()
                .column("table_name", "varchar")
                .column("column_name", "varchar")
                .column("title", "varchar")
                .column("data_type", "varchar")
                .column("unit", "varchar")
                .column("description", "varchar");
        columns().forEach(column -> {
            CanonicalField field = field(entities, column);
            dictionary.row(
                    column.table(),
                    column.name(),
                    title(entities, column),
                    column.type(),
                    field == null ? null : field.unit(),
                    field == null ? null : field.description());
        });
        return dictionary;
    }

    private void comment(Map<String, CanonicalEntity> entities) {
        List<Column> columns = columns();
        columns.stream().map(Column::table).distinct().forEach(table -> {
            CanonicalEntity entity = entities.get(table);
            String comment = entity == null || TABLES.containsKey(table)
                    ? TABLES.getOrDefault(table, table)
                    : entity.title() + "：" + entity.grain();
            session.execute("comment on table main." + Sql.identifier(table) + " is " + Sql.literal(comment));
        });
        columns.forEach(column -> session.execute("comment on column main." + Sql.identifier(column.table()) + "."
                + Sql.identifier(column.name()) + " is " + Sql.literal(commentOf(entities, column))));
    }

    private static String commentOf(Map<String, CanonicalEntity> entities, Column column) {
        CanonicalField field = field(entities, column);
        String unit = field == null || field.unit() == null ? "" : "（" + field.unit() + "）";
        return title(entities, column) + unit;
    }

    private static String title(Map<String, CanonicalEntity> entities, Column column) {
        CanonicalField field = field(entities, column);
        return field == null ? COLUMNS.getOrDefault(column.name(), column.name()) : field.title();
    }

    private static @org.jspecify.annotations.Nullable CanonicalField field(
            Map<String, CanonicalEntity> entities, Column column) {
        CanonicalEntity entity = entities.get(column.table());
        return entity == null ? null : entity.field(column.name()).orElse(null);
    }

    private List<Column> columns() {
        return session.query(
                "select table_name, column_name, data_type from duckdb_columns()"
                        + " where schema_name = 'main' and database_name = current_database() and not internal"
                        + " order by table_name, column_index",
                row -> new Column(row.getString(1), row.getString(2), row.getString(3)));
    }

    private record Column(String table, String name, String type) {}
}
