package io.hourshare.contract.internal;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Composes YAML into a tree with places. Plain words are read as YAML 1.2 reads them: {@code Y}, {@code no} and
 * {@code 0123} stay words, since they are column names and codes here.
 */
final class YamlParser {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");

    private static final Pattern ALIAS = Pattern.compile("[:,\\[{-] +\\*(?=\\w)");

    private final String path;
    private final Problems problems;
    private final Map<String, Place> keys = new HashMap<>();
    private final Map<String, Place> values = new HashMap<>();

    private YamlParser(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    /** The file as a tree, or nothing where it is no YAML; then a problem has been noted. */
    static Optional<YamlFile> parse(String path, String text, Problems problems) {
        YamlParser parser = new YamlParser(path, problems);
        try {
            Node root = new Yaml(options()).compose(new StringReader(text));
            if (root == null) {
                problems.error(path, Place.FILE, "FILE_EMPTY", "文件是空的", "按 docs/adding-a-feed.md 的样例填写");
                return Optional.empty();
            }
            return Optional.of(new YamlFile(path, parser.tree(root, ""), parser.keys, parser.values));
        } catch (MarkedYAMLException e) {
            parser.unreadable(e);
        } catch (YAMLException e) {
            Place place = alias(text);
            problems.error(
                    path,
                    place,
                    "YAML_SYNTAX",
                    "不是合法的 YAML：" + YamlWords.cause(said(e)),
                    "逐处写明内容，不用引用；以 * 或 & 开头的值加引号");
        }
        return Optional.empty();
    }

    private static String said(YAMLException e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }

    /** Where the first {@code *name} stands, which the parser does not tell. */
    private static Place alias(String text) {
        Matcher alias = ALIAS.matcher(text);
        if (!alias.find()) {
            return Place.FILE;
        }
        String before = text.substring(0, alias.end() - 1);
        return new Place((int) before.lines().count(), before.length() - before.lastIndexOf('\n'));
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        options.setMaxAliasesForCollections(0);
        return options;
    }

    private void unreadable(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        problems.error(
                path,
                mark == null ? Place.FILE : Place.of(mark),
                "YAML_SYNTAX",
                "不是合法的 YAML：" + YamlWords.cause(e.getProblem() == null ? said(e) : e.getProblem()),
                "检查这一行附近的缩进（两个空格，不用制表符）、冒号后的空格、引号和括号是否成对");
    }

    private JsonNode tree(Node node, String pointer) {
        values.put(pointer, Place.of(node.getStartMark()));
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(tree(item, pointer + "/" + array.size()));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private JsonNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = Place.of(tuple.getKeyNode().getStartMark());
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            String child = YamlFile.child(pointer, name);
            if (object.has(name)) {
                problems.error(path, place, "KEY_REPEATED", "键 '" + name + "' 写了两次", "只留一处");
            }
            object.set(name, tree(tuple.getValueNode(), child));
            keys.put(child, place);
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String text = node.getValue();
        if (!node.isPlain()) {
            return json.stringNode(text);
        }
        if (text.isEmpty() || text.equals("~") || text.equals("null")) {
            return json.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return json.booleanNode(text.equals("true"));
        }
        if (INTEGER.matcher(text).matches()) {
            return json.numberNode(Long.parseLong(text));
        }
        return DECIMAL.matcher(text).matches() ? json.numberNode(new BigDecimal(text)) : json.stringNode(text);
    }
}
