package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads an XML answer: the outermost list of elements with fields holds the records. */
final class XmlSample {

    private static final Pattern TOTAL =
            Pattern.compile("(?i)(total|record|row|all)_?(count|num|number|records)?|count|zs|zts|zjls");

    private final XmlNode root;
    private final List<XmlNode> records;
    private final Set<String> lists = new LinkedHashSet<>();
    private final List<String> chain = new ArrayList<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final Set<String> aside = new LinkedHashSet<>();
    private final Set<String> several = new LinkedHashSet<>();

    private XmlSample(XmlNode root) {
        this.root = root;
        this.records = records(root);
        records.forEach(record -> inspect("", record));
        chain(records);
        records.forEach(record -> attributes(record, new HashSet<>()));
    }

    static Sample read(byte[] bytes) {
        try {
            return new XmlSample(XmlNode.read(new ByteArrayInputStream(bytes))).sample();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("样本不是完整的 XML：" + e.getMessage() + "。请提供完整的一次应答", e);
        }
    }

    /** Level by level; without any list, the one element that holds the most fields is the only record. */
    private static List<XmlNode> records(XmlNode root) {
        List<XmlNode> level = List.of(root);
        List<XmlNode> only = List.of();
        while (!level.isEmpty()) {
            List<XmlNode> longest = level.stream()
                    .map(XmlNode::repeated)
                    .map(Map::values)
                    .flatMap(Collection::stream)
                    .filter(list -> list.stream().anyMatch(XmlNode::holdsFields))
                    .max(Comparator.comparingInt(List::size))
                    .orElse(List.of());
            if (!longest.isEmpty()) {
                String name = longest.get(0).name();
                return all(level, name);
            }
            XmlNode richest = level.stream()
                    .max(Comparator.comparingLong(XmlSample::leaves))
                    .orElse(root);
            only = only.isEmpty() || leaves(richest) > leaves(only.get(0)) ? List.of(richest) : only;
            level = level.stream().flatMap(node -> node.children().stream()).toList();
        }
        return leaves(only.get(0)) == 0 ? List.of() : only;
    }

    private static List<XmlNode> all(List<XmlNode> parents, String name) {
        return parents.stream()
                .flatMap(parent -> parent.children().stream())
                .filter(child -> child.name().equals(name))
                .toList();
    }

    private static long leaves(XmlNode node) {
        return node.attributes().size()
                + node.children().stream()
                        .filter(XmlNode::isLeaf)
                        .filter(leaf -> !leaf.text().toString().isBlank())
                        .count();
    }

    /** The first list inside the records, then the first inside its members, down to the innermost. */
    private void chain(List<XmlNode> level) {
        Set<String> found = new LinkedHashSet<>(lists);
        List<XmlNode> members = level;
        while (!found.isEmpty()) {
            String first = found.iterator().next();
            if (!chain.isEmpty() && !isRicher(members, first)) {
                left.addAll(found);
                break;
            }
            found.stream().skip(1).forEach(aside::add);
            chain.add(first);
            members = members.stream().flatMap(node -> below(node, first)).toList();
            lists.clear();
            members.forEach(member -> inspect("", member));
            found = new LinkedHashSet<>(lists);
            lists.addAll(chain);
        }
        lists.addAll(chain);
    }

    /** Whether the inner members tell more than what bears them; else figures would only be repeated. */
    private static boolean isRicher(List<XmlNode> level, String list) {
        long own = level.stream().mapToLong(XmlSample::leaves).max().orElse(0);
        return level.stream()
                .flatMap(node -> below(node, list))
                .mapToLong(XmlSample::leaves)
                .anyMatch(inner -> inner > own);
    }

    private static Stream<XmlNode> below(XmlNode node, String name) {
        return node.children().stream()
                .flatMap(child -> child.name().equals(name) ? Stream.of(child) : below(child, name));
    }

    /** Lists inside the records, and texts that stand in them several times. */
    private void inspect(String path, XmlNode node) {
        node.repeated()
                .forEach((name, same) -> (same.stream().anyMatch(XmlNode::holdsFields) ? lists : several)
                        .add(
                                path.isEmpty() || same.stream().anyMatch(XmlNode::holdsFields)
                                        ? name
                                        : path + "." + name));
        for (XmlNode child : node.children()) {
            if (!lists.contains(child.name())) {
                inspect(path.isEmpty() ? child.name() : path + "." + child.name(), child);
            }
        }
    }

    /** Attributes go by their bare names, so that two elements of a record must not have the same one. */
    private void attributes(XmlNode node, Set<String> seen) {
        node.attributes().keySet().stream().filter(name -> !seen.add(name)).forEach(several::add);
        node.children().stream()
                .filter(child -> !lists.contains(child.name()))
                .forEach(child -> attributes(child, seen));
    }

    private Sample sample() {
        if (records.isEmpty()) {
            return new Sample(SourceFormat.XML, Map.of(), List.of(), List.of());
        }
        String element = records.get(0).name();
        Map<String, String> options = new LinkedHashMap<>(Map.of("records", element));
        List<String> notes = new ArrayList<>();
        notes.add("XML：记录元素 " + element + "，" + records.size() + " 条");
        String exploded = String.join(".", chain);
        if (!exploded.isEmpty()) {
            options.put("explode", exploded);
        }
        notes.addAll(Sample.listNotes(exploded, left, aside));
        several.forEach(name -> notes.add("元素或属性 " + name + " 在一条记录里有多个，没有起草；需要时请用 read 的 explode 按它逐条取"));
        List<Map<String, String>> rows =
                records.stream().limit(Sample.ENOUGH).flatMap(this::rows).toList();
        Map<String, String> told = new HashMap<>(Map.of("record", element));
        total(root).ifPresent(name -> told.put("total", name));
        refuseOthers(rows);
        return Sample.answer(SourceFormat.XML, options, rows, notes, named, told);
    }

    /** Name of the element outside the records that counts them all. */
    private Optional<String> total(XmlNode node) {
        if (records.contains(node)) {
            return Optional.empty();
        }
        String text = node.text().toString().strip();
        boolean counts = node.isLeaf() && TOTAL.matcher(node.name()).matches() && text.matches("[0-9]{1,9}");
        return counts && Integer.parseInt(text) >= records.size()
                ? Optional.of(node.name())
                : node.children().stream()
                        .map(this::total)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** Forms that hold records which nothing here can read are named, not passed over. */
    private void refuseOthers(List<Map<String, String>> rows) {
        if (rows.stream().allMatch(Map::isEmpty)) {
            throw new IllegalArgumentException("记录元素 " + records.get(0).name()
                    + " 里没有可用的字段：每一格都是同名的元素，列名写在属性里或不写。请数源把列名作为元素名或属性名，如 <QYMC>…</QYMC>");
        }
        String text = rows.stream()
                .flatMap(row -> row.values().stream())
                .filter(value -> value.startsWith("<") && value.endsWith(">") || value.startsWith("[{"))
                .findFirst()
                .orElse("");
        if (!text.isEmpty() && records.size() == 1) {
            throw new IllegalArgumentException("元素 " + records.get(0).name() + " 的内容是一段文字，里面又是一份 "
                    + (text.startsWith("<") ? "XML" : "JSON") + "（CDATA 或转义）。请数源直接返回其中的元素，不要再包成文字");
        }
    }

    private Stream<Map<String, String>> rows(XmlNode record) {
        List<Map<String, String>> rows = new ArrayList<>();
        rows(record, 0, Map.of(), rows);
        for (int i = 0; i < rows.size() && !chain.isEmpty(); i++) {
            rows.get(i).put("_index", String.valueOf(i + 1));
        }
        return rows.stream();
    }

    private void rows(XmlNode node, int depth, Map<String, String> around, List<Map<String, String>> rows) {
        Map<String, String> own = new LinkedHashMap<>();
        List<XmlNode> members = new ArrayList<>();
        flatten("", node, own, depth < chain.size() ? chain.get(depth) : null, members);
        Map<String, String> row = new LinkedHashMap<>(around);
        own.forEach(
                (name, value) -> row.put(around.containsKey(name) ? chain.get(depth - 1) + "." + name : name, value));
        if (members.isEmpty()) {
            rows.add(row);
        }
        members.forEach(member -> rows(member, depth + 1, row, rows));
    }

    /** Attributes are fields too, by their bare names wherever they stand. */
    private void flatten(
            String path, XmlNode node, Map<String, String> fields, @Nullable String exploded, List<XmlNode> members) {
        attributes(node, fields);
        for (XmlNode child : node.children()) {
            String name = path.isEmpty() ? child.name() : path + "." + child.name();
            String text = child.text().toString().strip();
            if (Objects.equals(child.name(), exploded)) {
                members.add(child);
            } else if (!child.isLeaf()
                    && !lists.contains(child.name())
                    && !aside.contains(child.name())
                    && !left.contains(child.name())) {
                flatten(name, child, fields, exploded, members);
            } else if (child.isLeaf() && !several.contains(name)) {
                attributes(child, fields);
                named.add(name);
                if (!text.isEmpty()) {
                    fields.putIfAbsent(name, text);
                }
            }
        }
    }

    private void attributes(XmlNode node, Map<String, String> fields) {
        node.attributes().forEach((name, value) -> {
            if (!several.contains(name)) {
                fields.putIfAbsent(name, value);
            }
        });
    }
}
