package io.hourshare.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every ledger that the catalogue declares; a broken file is told of and left out, the others stand. */
public final class LedgerKinds {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerKinds.class);
    private static final String FOLDER = "jobs/ledgers/";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, LedgerKind> kinds = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** @param documents the catalogue's documents by path; those of ledgers are read */
    public LedgerKinds(Map<String, JsonNode> documents) {
        new TreeMap<>(documents).forEach((path, document) -> {
            if (path.startsWith(FOLDER)) {
                read(path, document);
            }
        });
        problems.forEach(problem -> LOG.error("{}", problem));
    }

    public List<LedgerKind> all() {
        return List.copyOf(kinds.values());
    }

    public Optional<LedgerKind> find(String ledger) {
        return Optional.ofNullable(kinds.get(ledger));
    }

    /** What is wrong in files that agree with the schema, each with file, cause and remedy. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void read(String path, JsonNode document) {
        try {
            LedgerKind kind = JSON.treeToValue(whole(document), LedgerKind.class);
            if (!path.equals(FOLDER + kind.ledger() + ".yaml")) {
                throw new IllegalArgumentException("ledger 与文件名不一致：" + kind.ledger() + "；请改为文件名");
            }
            kinds.put(kind.ledger(), kind);
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            problems.add(path + "：" + cause.getMessage());
        }
    }

    /** Spells out what a file may leave out, and units as the names that they are. */
    private static JsonNode whole(JsonNode document) {
        ObjectNode copy = (ObjectNode) document.deepCopy();
        copy.withArray("once");
        copy.withArray("clocks").forEach(clock -> {
            ObjectNode rule = (ObjectNode) clock;
            rule.put("unit", rule.path("unit").asString().replace('-', '_')).withArray("pauses");
        });
        copy.withArray("actions").forEach(action -> {
            ((ObjectNode) action).withArray("reasons");
            ((ObjectNode) action).withArray("fields");
        });
        return copy;
    }
}
