package io.hourshare.contract.internal;

/** Kinds of YAML files in a catalogue, each with its own strict JSON schema. */
enum FileKind {
    FEED_CONTRACT("feed-contract"),
    CANONICAL_CONTRACT("canonical-contract"),
    JOB("job"),
    ROUTE("route"),
    ROUTE_TEMPLATE("route-template"),
    SURVIVORSHIP("survivorship"),
    LEDGER("ledger");

    private final String word;

    FileKind(String word) {
        this.word = word;
    }

    String schemaResource() {
        return "schema/" + word + ".schema.json";
    }
}
