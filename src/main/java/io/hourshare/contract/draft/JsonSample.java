package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import io.hourshare.kernel.Uscc;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON answer: the longest list of objects in it holds the records. */
final class JsonSample {

    private static final Pattern TOTAL = Pattern.compile(
            "(?i)total(_?(count|num|number|size|records|elements))?|records_?total|record_?count|zs|zts|zjls");

    private static final Pattern NAME = Pattern.compile("\\p{IsHan}.{2,38}(公司|厂|店|社|中心|院|所|部|站|场|馆|行|合伙\\S*)");

    private final List<JsonNode> longest = new ArrayList<>();
    private String path = "";
    private int lists;
    private @Nullable String total;
    private @Nullable String lone;
    private @Nullable JsonNode loneObject;
    private @Nullable String other;
    private @Nullable JsonNode beside;

    private JsonSample() {}

    static Sample read(byte[] bytes) {
        try {
            return parsed(bytes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("样本不是完整的 JSON：" + e.getOriginalMessage() + "。请提供完整的一次应答", e);
        }
    }

    private static Sample parsed(byte[] bytes) {
        JsonSample sample = new JsonSample();
        boolean utf8 = CsvSample.isUtf8(bytes);
        String text = new String(bytes, utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
        boolean lines = sample.read(text.replace("\ufeff", ""));
        Map<String, String> options = new LinkedHashMap<>();
        if (sample.lists > 1 && !lines) {
            options.put("records", sample.path);
        }
        boolean alone = sample.takeLone();
        if (alone) {
            options.put("records", sample.path.isEmpty() ? "$" : sample.path);
        }
        sample.refuseOthers();
        if (!utf8) {
            options.put("charset", "GB18030");
        }
        return sample.drafted(lines, alone, options);
    }

    /** Whether the text is several objects one behind the other, each a record. */
    private boolean read(String text) {
        if (text.stripLeading().startsWith("[")) {
            search("", JsonMapper.shared().readTree(text), null); // an iterator would take the list apart itself
            return false;
        }
        try (MappingIterator<JsonNode> values =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(text)) {
            List<JsonNode> all = new ArrayList<>();
            while (values.hasNextValue() && all.size() < Sample.ENOUGH) {
                all.add(values.nextValue());
            }
            boolean lines = all.size() > 1 && all.stream().allMatch(JsonNode::isObject);
            if (lines) {
                longest.addAll(all);
            } else {
                all.forEach(one -> search("", one, null));
            }
            return lines;
        }
    }

    /** A list inside the records is drafted with its members as the records, since its figures are theirs. */
    private Sample drafted(boolean lines, boolean alone, Map<String, String> options) {
        List<String> notes = new ArrayList<>();
        notes.add((lines ? "JSON 行：" : "JSON：") + longest.size() + " 条记录" + (path.isEmpty() ? "" : "，在 " + path));
        if (alone) {
            notes.add("样本讲一个企业，它是一个对象，不是清单里的一条；逐户查询的接口请加 --via roster-lookup");
        }
        noteBeside(notes);
        JsonLists lists = new JsonLists(longest);
        if (!lists.path().isEmpty()) {
            options.put("explode", lists.path());
        }
        notes.addAll(Sample.listNotes(lists.path(), lists.left(), lists.aside()));
        Map<String, String> told = new HashMap<>();
        if (!lines && !path.isEmpty()) {
            told.put("records", "/" + path.replace('.', '/'));
        }
        if (options.containsKey("charset")) {
            told.put("charset", options.get("charset"));
        }
        if (total != null) {
            told.put("total", total);
        }
        List<Map<String, String>> rows = lists.rows();
        return Sample.answer(lines ? SourceFormat.ROWS : SourceFormat.JSON, options, rows, notes, lists.named(), told);
    }

    /** Forms that hold records which nothing here can read are named, not passed over. */
    private void refuseOthers() {
        if (longest.isEmpty() && other != null) {
            throw new IllegalArgumentException(other);
        }
    }

    /** An object that names an enterprise where no list does: many sources write no list around a single record. */
    private boolean takeLone() {
        boolean named = longest.stream().anyMatch(JsonSample::hasCode);
        boolean around = lone != null && !path.isEmpty() && path.startsWith(lone.isEmpty() ? "" : lone + ".");
        if (lone == null
                || loneObject == null
                || named
                || around && longest.stream().anyMatch(JsonSample::hasName)) {
            return false;
        }
        path = lone;
        longest.clear();
        longest.add(loneObject);
        return true;
    }

    private static boolean hasName(JsonNode node) {
        return node.propertyStream()
                .anyMatch(one -> one.getValue().isString()
                        && NAME.matcher(one.getValue().stringValue().strip()).matches());
    }

    /** The object that names the enterprise, or the one around it where figures stand beside it. */
    private void noteLone(String at, JsonNode node, @Nullable JsonNode parent) {
        boolean inner = at.contains(".")
                && parent != null
                && parent.propertyStream().anyMatch(one -> one.getValue().isValueNode());
        lone = inner ? at.substring(0, at.lastIndexOf('.')) : at;
        loneObject = inner ? parent : node;
    }

    private void noteOther(String at, JsonNode node) {
        String where = at.isEmpty() ? "最外层" : at;
        if (node.isArray() && node.size() > 0 && node.get(0).isArray()) {
            other = "样本的记录是数组的数组（" + where + "），列名另在一处，认不出哪一格是哪一列。请数源改为对象的清单（每条记录写明字段名）";
        } else if (node.isString() && node.stringValue().strip().matches("(?s)[\\[{<].*[\\]}>]")) {
            other = where + " 的值是一段文字，里面又是一份 JSON 或 XML。请数源直接返回其中的内容，不要再包成文字";
        } else if (node.isObject()
                && node.size() > 0
                && node.propertyStream().allMatch(one -> Uscc.isValid(one.getKey()))) {
            other = where + " 以代码作键名，每个企业一个键，没有清单。请数源改为对象的清单，把代码写成一个字段";
        }
    }

    /** What stands beside the list and names an enterprise that its members do not. */
    private void noteBeside(List<String> notes) {
        boolean told = longest.stream().anyMatch(JsonSample::hasCode);
        if (!told && beside != null && hasCode(beside)) {
            notes.add("清单 " + path
                    + " 旁边写着企业的代码，清单里的每条却没有：一次应答只讲一个企业，这样的记录归不到企业。请数源在每条里写上代码，或改用逐户查询（--via roster-lookup）");
        }
    }

    /** A list whose members name enterprises is what the answer is about, however long the others are. */
    private boolean isBetter(List<JsonNode> objects) {
        boolean named = objects.stream().anyMatch(JsonSample::hasCode);
        boolean before = longest.stream().anyMatch(JsonSample::hasCode);
        return named == before ? objects.size() > longest.size() : named;
    }

    private static boolean hasCode(JsonNode node) {
        return node.propertyStream()
                .anyMatch(one -> one.getValue().isString()
                        && Uscc.isValid(one.getValue().stringValue().strip()));
    }

    private void search(String at, JsonNode node, @Nullable JsonNode parent) {
        String name = at.substring(at.lastIndexOf('.') + 1);
        if (total == null && TOTAL.matcher(name).matches() && node.asString("").matches("[0-9]{1,9}")) {
            total = "/" + at.replace('.', '/');
        }
        noteOther(at, node);
        if (lone == null && node.isObject() && hasCode(node)) {
            noteLone(at, node, parent);
        }
        if (node.isArray()) {
            List<JsonNode> objects = node.values().stream()
                    .filter(JsonNode::isObject)
                    .limit(Sample.ENOUGH)
                    .toList();
            lists += objects.isEmpty() ? 0 : 1;
            if (isBetter(objects)) {
                path = at;
                beside = parent;
                longest.clear();
                longest.addAll(objects);
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member -> search(
                            at.isEmpty() ? member.getKey() : at + "." + member.getKey(), member.getValue(), node));
        }
    }
}
