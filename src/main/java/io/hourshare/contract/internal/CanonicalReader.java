package io.hourshare.contract.internal;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a canonical contract: one of our own entities. */
final class CanonicalReader {

    private static final List<String> WORDS = List.of("unit", "disposition", "group");

    private static final Pattern ENTITY = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]*");

    /** Columns that every table of the analyst file has, and those of a record itself. */
    private static final Set<String> COLUMNS = Set.of(
            "enterprise_id",
            "record_key",
            "feed",
            "observed_at",
            "source_feed",
            "source_time",
            "source_window",
            "source_object",
            "source_offset",
            "source_length",
            "source_sheet",
            "source_row");

    /** Tables of the published files that are no entity. */
    private static final Set<String> TABLES = Set.of(
            "enterprise_name",
            "enterprise_number",
            "enterprise_identity",
            "enterprise_event",
            "enterprise_redirect",
            "claim",
            "conflict",
            "contradiction",
            "dict",
            "meta",
            "code",
            "name",
            "person",
            "record",
            "document",
            "summary");

    private final Problems problems;

    CanonicalReader(Problems problems) {
        this.problems = problems;
    }

    CanonicalEntity read(String name, YamlFile file) {
        YamlNode root = file.root();
        checkId(name, root.get("id"));
        List<YamlNode> tables = root.get("schema").items();
        List<CanonicalField> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node :
                tables.isEmpty() ? tables : tables.get(0).get("properties").items()) {
            CanonicalField field = field(node);
            checkName(field.name(), node.get("name"));
            if (!names.add(field.name())) {
                problems.error(node, "FIELD_REPEATED", "字段 '" + field.name() + "' 写了两次", "只留一处，或改正字段名");
            }
            fields.add(field);
        }
        checkEntity(name, root);
        String grain = tables.isEmpty() ? "" : tables.get(0).get("description").text();
        return new CanonicalEntity(name, root.get("name").text(name), grain, fields);
    }

    private void checkId(String name, YamlNode id) {
        if (id.exists() && !List.of("canonical." + name, name).contains(id.text())) {
            problems.error(id, "ID_DIFFERS", "id 与文件名不一致：" + id.text(), "改为 canonical." + name);
        }
    }

    private void checkEntity(String name, YamlNode root) {
        if (!ENTITY.matcher(name).matches()) {
            problems.error(root.get("id"), "FILE_NAME_WRONG", "实体的文件名写法不对：" + name, "只用小写字母、数字和连字符，以字母开头");
        }
        if (TABLES.contains(name.replace('-', '_'))) {
            problems.error(
                    root.get("id"), "ENTITY_TAKEN", "实体名 '" + name + "' 是本系统自己的表", "换一个名字，如 " + name + "-record");
        }
    }

    private void checkName(String name, YamlNode node) {
        if (!FIELD.matcher(name).matches()) {
            problems.error(node, "NAME_WRONG", "名称写法不对：'" + name + "'", "只用小写字母、数字和下划线，以字母开头");
        } else if (COLUMNS.contains(name)) {
            problems.error(node, "NAME_TAKEN", "规范字段名 '" + name + "' 是本系统自己的列", "换一个名字");
        }
    }

    private CanonicalField field(YamlNode node) {
        CustomProperties own = CustomProperties.of(node, WORDS, problems);
        String name = node.get("name").text();
        return new CanonicalField(
                name,
                node.get("businessName").text(name),
                SourceFields.type(node.get("logicalType").text("string")),
                orNull(own.text("unit", "")),
                node.get("description").text(),
                own.text("disposition", "").equals("restricted"),
                orNull(own.text("group", "")));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
