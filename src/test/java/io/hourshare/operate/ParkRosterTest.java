package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParkRosterTest {

    @TempDir
    Path folder;

    @Test
    void namesThoseWithACodeWhoHaveNotLeft() {
        Engine engine = new Engine(new EngineSettings("256MB", 1), folder);
        Path file = folder.resolve("roster.parquet");
        try (Session session = engine.open()) {
            session.copy("""
                    select * from (values
                        ('U', 'B', 'IN_PARK'),
                        ('U', 'A', null),
                        ('U', 'A', 'PREPARING'),
                        ('U', null, 'IN_PARK'),
                        ('D', 'C', 'IN_PARK'),
                        ('U', 'D', 'MOVED_OUT'),
                        ('U', 'E', 'CANCELLED')
                    ) as t (_op, uscc, park_status)
                    """, file);
        }

        assertThat(new ParkRoster(engine, () -> List.of(file)).codes()).containsExactly("A", "B");
        assertThat(new ParkRoster(engine, List::of).codes()).isEmpty();
    }
}
