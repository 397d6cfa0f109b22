package io.hourshare.verify;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a faulty program, or a hand at the files, would leave behind; each with the law that it breaks. */
enum PlantedFault {
    LANDED_FILE_CUT_SHORT(Law.BYTES) {
        @Override
        void plant(Path home) throws IOException {
            Path file = landed(home, "rows-1.jsonl");
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        }
    },
    LANDED_FILE_DELETED_IN_AN_ERROR_HANDLER(Law.BYTES) {
        @Override
        void plant(Path home) throws IOException {
            Files.delete(landed(home, "answer.xml"));
        }
    },
    LANDED_FILE_SLIPPED_INTO_A_DELIVERY(Law.BYTES) {
        @Override
        void plant(Path home) throws IOException {
            Files.writeString(landed(home, "page-1.json").resolveSibling("page-3.json"), "{}");
        }
    },
    DELIVERY_DIGEST_IN_ANOTHER_ORDER(Law.BYTES) {
        @Override
        void plant(Path home) throws IOException {
            Rechained.edit(home, lines -> {
                ArrayNode objects =
                        (ArrayNode) Rechained.entry(Rechained.of(lines, "DeliveryLanded", "credit.licence", HOUR))
                                .get("objects");
                JsonNode first = objects.remove(0);
                objects.add(first);
            });
        }
    },
    ACCEPTED_COUNTED_ONE_TOO_MANY(Law.ROWS) {
        @Override
        void plant(Path home) throws IOException {
            counts(home, "tax.credit-rating", "accepted", 1);
        }
    },
    QUARANTINE_COUNTED_TWICE(Law.ROWS) {
        @Override
        void plant(Path home) throws IOException {
            counts(home, "market-regulation.registration", "quarantined", 1);
            counts(home, "market-regulation.registration", "received", 1);
        }
    },
    DECLARED_TOTAL_NOT_MET(Law.ROWS) {
        @Override
        void plant(Path home) throws IOException {
            Rechained.edit(home, lines -> counts(lines, "credit.licence").put("declared", 4_711));
        }
    },
    RECORD_LOST_AND_COUNTED_AS_NEVER_RECEIVED(Law.ROWS, Level.DEEP, Law.REPLAY) {
        @Override
        void plant(Path home) throws IOException {
            lake(home, "normalized/tax.credit-rating", "select * from was where _ordinal > 0 order by _ordinal");
            counts(home, "tax.credit-rating", "accepted", -1);
            counts(home, "tax.credit-rating", "received", -1);
        }
    },
    RECORD_DOUBLED_IN_THE_LAKE(Law.ROWS) {
        @Override
        void plant(Path home) throws IOException {
            lake(
                    home,
                    "normalized/tax.credit-rating",
                    "select * from was union all select * from was where _ordinal = 1 order by _ordinal");
            counts(home, "tax.credit-rating", "accepted", 1);
            counts(home, "tax.credit-rating", "received", 1);
        }
    },
    QUARANTINED_RECORD_DROPPED_SILENTLY(Law.ROWS) {
        @Override
        void plant(Path home) throws IOException {
            lake(home, "quarantine/market-regulation.registration", "select * from was where false");
        }
    },
    VALUE_ALTERED_ON_THE_WAY(Law.EVIDENCE) {
        @Override
        void plant(Path home) throws IOException {
            claims(
                    home,
                    "select * replace (case when attribute = 'ent_name' then value || '厂' else value end as value)"
                            + " from was");
        }
    },
    CODE_OF_ANOTHER_WORD(Law.EVIDENCE) {
        @Override
        void plant(Path home) throws IOException {
            claims(
                    home,
                    "select * replace (case when attribute = 'park_status' then 'LEFT' else value end as value)"
                            + " from was");
        }
    },
    END_OF_WHAT_HAS_NONE(Law.EVIDENCE) {
        @Override
        void plant(Path home) throws IOException {
            claims(
                    home,
                    "select * replace (case when attribute = 'is_long_term' then 'false' else value end as value)"
                            + " from was");
        }
    },
    VALUE_TOLD_BY_ANOTHER_RULE(Law.EVIDENCE) {
        @Override
        void plant(Path home) throws IOException {
            claims(
                    home,
                    "select * replace (case when attribute = 'address' then 'NAME' else source_field end"
                            + " as source_field, case when attribute = 'address' then '张三' else value end as value)"
                            + " from was");
        }
    },
    ADDRESS_OF_THE_NEIGHBOUR(Law.EVIDENCE) {
        @Override
        void plant(Path home) throws IOException {
            claims(
                    home,
                    "select * replace (case when attribute = 'address' then replace(value, '道', '道1') else value end"
                            + " as value) from was");
        }
    },
    POSITION_OFF_BY_ONE(Law.EVIDENCE) {
        @Override
        void plant(Path home) throws IOException {
            claims(home, "select * replace (\"offset\" + 1 as \"offset\") from was");
        }
    },
    TWO_WINNERS(Law.EVIDENCE) {
        @Override
        void plant(Path home) throws IOException {
            claims(home, "select * from was union all select * from was where attribute = 'ent_name' and winner");
        }
    },
    SOURCE_THAT_NEVER_LANDED(Law.EVIDENCE) {
        @Override
        void plant(Path home) throws IOException {
            claims(home, "select * replace (object || '.old' as object) from was");
        }
    },
    SNAPSHOT_NUMBER_USED_AGAIN(Law.VERSIONS) {
        @Override
        void plant(Path home) throws IOException {
            Rechained.edit(
                    home,
                    lines -> Rechained.entry(Rechained.nth(lines, "SnapshotPublished", 1))
                            .put("sequence", 1));
        }
    },
    SNAPSHOT_CHANGED_AFTER_IT_WAS_VERIFIED(Law.VERSIONS) {
        @Override
        void plant(Path home) throws IOException {
            Path file =
                    TownCopies.files(home.resolve("snapshots"), "serve.duckdb").get(1);
            Files.writeString(file, "x", StandardOpenOption.APPEND);
        }
    },
    ONE_SNAPSHOT_UNDER_ANOTHERS_NAME(Law.VERSIONS) {
        @Override
        void plant(Path home) throws IOException {
            List<Path> files = TownCopies.files(home.resolve("snapshots"), "serve.duckdb");
            Files.copy(files.get(0), files.get(1), StandardCopyOption.REPLACE_EXISTING);
            Rechained.edit(home, lines -> {
                JsonNode first = Rechained.entry(Rechained.nth(lines, "SnapshotPublished", 0))
                        .get("files");
                ObjectNode second = (ObjectNode) Rechained.entry(Rechained.nth(lines, "SnapshotPublished", 1))
                        .get("files");
                second.put("serve.duckdb", first.path("serve.duckdb").asString());
            });
        }
    },
    PUBLICATION_COUNTS_A_ROW_TOO_MANY(Law.VERSIONS) {
        @Override
        void plant(Path home) throws IOException {
            Rechained.edit(home, lines -> {
                ObjectNode counts = (ObjectNode) Rechained.entry(Rechained.nth(lines, "SnapshotPublished", 1))
                        .get("counts");
                counts.put("enterprise_name", counts.path("enterprise_name").asLong() + 1);
            });
        }
    },
    PROFILES_LOST_A_ROW_AFTER_THEY_WERE_COUNTED(Law.VERSIONS) {
        @Override
        void plant(Path home) throws IOException {
            for (Path file : TownCopies.files(home.resolve("lake/profile"), "enterprise_name.parquet")) {
                rewrite(file, "select * from was order by all limit (select count(*) - 1 from was)");
            }
        }
    },
    WINDOW_SKIPPED(Law.WINDOWS) {
        @Override
        void plant(Path home) throws IOException {
            Rechained.edit(
                    home,
                    lines -> lines.removeIf(line -> Rechained.entry(line)
                                    .path("feed")
                                    .asString()
                                    .equals("tax.arrears")
                            && Rechained.entry(line).path("window").asString().equals(HOUR)));
        }
    },
    DELIVERY_COUNTED_FOR_THE_WRONG_HOUR(Law.WINDOWS) {
        @Override
        void plant(Path home) throws IOException {
            Rechained.edit(
                    home,
                    lines -> Rechained.entry(Rechained.of(lines, "ObjectLanded", "tax.arrears", HOUR))
                            .put("window", "2026-11-20T02Z"));
        }
    },
    BATCH_ADOPTED_TWICE(Law.ONCE) {
        @Override
        void plant(Path home) throws IOException {
            Rechained.edit(
                    home,
                    lines -> lines.add(Rechained.of(lines, "BatchAdopted", "credit.licence", HOUR)
                            .deepCopy()));
        }
    },
    SAME_INPUTS_OTHER_RESULT(Law.ONCE) {
        @Override
        void plant(Path home) throws IOException {
            Rechained.edit(home, lines -> {
                ObjectNode again = Rechained.nth(lines, "StageDone", 0).deepCopy();
                ((ArrayNode) Rechained.entry(again).get("files")).add("lake/current/other.parquet");
                lines.add(again);
            });
        }
    },
    LINE_EDITED(Law.CHAIN) {
        @Override
        void plant(Path home) {
            TownCopies.editOneLine(home);
        }
    },
    END_CUT_OFF(Law.CHAIN) {
        @Override
        void plant(Path home) {
            TownCopies.edit(home, lines -> lines.subList(0, lines.size() - 2));
        }
    };

    private static final String HOUR = "2026-11-20T01Z";

    private final Law law;
    private final Level level;
    private final Law ours;

    PlantedFault(Law law) {
        this(law, Level.FULL, law);
    }

    PlantedFault(Law law, Level level, Law ours) {
        this.law = law;
        this.level = level;
        this.ours = ours;
    }

    abstract void plant(Path home) throws IOException;

    /** The law that the independent checker must name. */
    Law law() {
        return law;
    }

    /** The law that {@code verify} must name; one that only a replay can find is named by the law of replay. */
    Law ours() {
        return ours;
    }

    /** Whether the lists of rows and claims must be drawn anew to see it; the chain and the bytes are read as they are. */
    boolean isInTheLake() {
        return law == Law.ROWS || law == Law.EVIDENCE || this == ONE_SNAPSHOT_UNDER_ANOTHERS_NAME;
    }

    Level level() {
        return level;
    }

    private static Path landed(Path home, String name) throws IOException {
        return TownCopies.files(home.resolve("landing"), name).get(1);
    }

    private static void counts(Path home, String feed, String count, int more) throws IOException {
        Rechained.edit(home, lines -> {
            ObjectNode counts = counts(lines, feed);
            counts.put(count, counts.path(count).asLong() + more);
        });
    }

    private static ObjectNode counts(List<ObjectNode> lines, String feed) {
        return (ObjectNode)
                Rechained.entry(Rechained.of(lines, "BatchAdopted", feed, HOUR)).get("counts");
    }

    private static void lake(Path home, String folder, String select) throws IOException {
        rewrite(
                TownCopies.files(home.resolve("lake/" + folder + "/" + HOUR), "records.parquet")
                        .get(0),
                select);
    }

    /** In every merge's claims: the newest are those that count. */
    static void claims(Path home, String select) throws IOException {
        for (Path file : TownCopies.files(home.resolve("lake/profile"), "claim.parquet")) {
            rewrite(file, select);
        }
    }

    private static void rewrite(Path file, String select) throws IOException {
        Path next = file.resolveSibling("next.parquet");
        try (Session session = new Engine(new EngineSettings("256MB", 1), file.resolveSibling("spill")).open()) {
            session.view("was", List.of(file));
            session.copy(select, next);
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
