package io.hourshare.contract.internal;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a canonical contract: one of our own entities. */
final class CanonicalReader {

    private static final List<String> WORDS = List.of("unit", "disposition", "group");

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
            if (!names.add(field.name())) {
                problems.error(node, "FIELD_REPEATED", "字段 '" + field.name() + "' 写了两次", "只留一处，或改正字段名");
            }
            fields.add(field);
        }
        String grain = tables.isEmpty() ? "" : tables.get(0).get("description").text();
        return new CanonicalEntity(name, root.get("name").text(name), grain, fields);
    }

    private void checkId(String name, YamlNode id) {
        if (id.exists() && !List.of("canonical." + name, name).contains(id.text())) {
            problems.error(id, "ID_DIFFERS", "id 与文件名不一致：" + id.text(), "改为 canonical." + name);
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
