package io.hourshare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceReuseTest {

    @TempDir
    Path folder;

    @Test
    void nothingOfASessionIsLeftForTheNext() {
        Engine engine = engine();
        try (Session session = engine.open()) {
            session.execute("create table stored as select 1 as one");
            session.execute("create temp table temporary as select 1 as one");
            session.execute("create view seen as select * from stored");
        }
        for (String name : List.of("stored", "temporary", "seen")) {
            try (Session session = engine.open()) {
                assertThatThrownBy(() -> session.number("select count(*) from " + name))
                        .isInstanceOf(EngineException.class);
            }
        }
    }

    @Test
    void aFileThatASessionAttachedIsNotInTheWayOfTheNext() {
        Engine engine = engine();
        Path file = folder.resolve("kept.duckdb");
        try (Session session = engine.create(file)) {
            session.execute("create table kept as select 1 as one");
        }
        for (int i = 0; i < 3; i++) {
            try (Session session = engine.open()) {
                session.execute("attach " + Sql.literal(file.toString()) + " as earlier (read_only)");
                assertThat(session.number("select count(*) from earlier.main.kept"))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aRuleMeansWhatThisSessionRegistered() {
        Engine engine = engine();
        for (String meaning : List.of("first", "second")) {
            try (Session session = engine.open()) {
                session.register(new Answer(meaning));
                assertThat(answer(session)).isEqualTo(meaning);
            }
        }
        try (Session session = engine.open()) {
            assertThatThrownBy(() -> answer(session)).isInstanceOf(EngineException.class);
        }
    }

    @Test
    void sessionsThatRunAtOnceShareNothing() {
        Engine engine = engine();
        try (Session one = engine.open();
                Session other = engine.open()) {
            one.register(new Answer("one"));
            other.register(new Answer("other"));
            one.execute("create table stored as select 1 as one");
            assertThat(answer(one)).isEqualTo("one");
            assertThat(answer(other)).isEqualTo("other");
            assertThatThrownBy(() -> other.number("select count(*) from stored"))
                    .isInstanceOf(EngineException.class);
        }
    }

    @Test
    void aSealedSessionIsFollowedByOneThatIsNot() {
        Engine engine = engine();
        Path file = folder.resolve("rows.parquet");
        try (Session session = engine.open()) {
            session.copy("select 1 as one", file);
            session.seal();
            assertThatThrownBy(() -> session.view("rows", List.of(file))).isInstanceOf(EngineException.class);
        }
        try (Session session = engine.open()) {
            session.view("rows", List.of(file));
            assertThat(session.number("select count(*) from rows")).isEqualTo(1);
        }
    }

    @Test
    void aFileWrittenAnewIsReadAnew() {
        Engine engine = engine();
        Path file = folder.resolve("rows.parquet");
        for (int rows = 1; rows <= 3; rows++) {
            try (Session session = engine.open()) {
                session.copy("select * from range(" + rows + ")", file);
            }
            try (Session session = engine.open()) {
                session.view("rows", List.of(file));
                assertThat(session.number("select count(*) from rows")).isEqualTo(rows);
            }
        }
    }

    @Test
    void everySessionTellsTimeInUtcAndKeepsTheOrderOfRows() {
        Engine engine = engine();
        for (int i = 0; i < 2; i++) {
            try (Session session = engine.open();
                    Session further = session.duplicate()) {
                session.unordered(() -> {});
                for (Session one : List.of(session, further)) {
                    assertThat(one.query("select current_setting('TimeZone')", row -> row.getString(1)))
                            .containsExactly("UTC");
                }
                assertThat(session.query(
                                "select current_setting('preserve_insertion_order')", row -> row.getBoolean(1)))
                        .containsExactly(true);
            }
        }
    }

    @Test
    void aLookAtAFileLeavesItAsItIs() {
        Path file = folder.resolve("100% sure.duckdb");
        Engine engine = engine();
        try (Session session = engine.create(file)) {
            session.execute("create table rows as select 1 as one");
        }
        try (Session session = engine.look(file)) {
            assertThat(session.number("select count(*) from main.rows")).isEqualTo(1);
            assertThatThrownBy(() -> session.execute("delete from rows")).isInstanceOf(EngineException.class);
        }
    }

    private Engine engine() {
        return new Engine(new EngineSettings("300MB", 2), folder.resolve("spill"));
    }

    private static String answer(Session session) {
        return session.query("select answer('?')", row -> row.getString(1)).get(0);
    }

    private record Answer(String meaning) implements ScalarRule {

        @Override
        public String name() {
            return "answer";
        }

        @Override
        public int parameters() {
            return 1;
        }

        @Override
        public String apply(@Nullable String[] arguments) {
            return meaning;
        }
    }
}
