package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import io.hourshare.publish.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The disk of the log is full: nobody waits for it. */
@Tag("F86")
class FullLogTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @Test
    void anHourIsPublishedThoughNoLineOfTheLogCanBeWritten() {
        Assumptions.assumeTrue(Files.exists(FULL), "no disk that is always full on this system");
        Path home = new TownCopies(folder, 1, 8).copy();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger("io.hourshare");
        Level before = root.getLevel();
        FileAppender<ILoggingEvent> appender = appender(context);
        root.addAppender(appender);
        root.setLevel(Level.DEBUG);
        try (ThinTown town = new ThinTown(home, 8)) {
            root.debug("一行写不下的日志");
            town.hour(1);
            assertThat(town.snapshots().current().map(Snapshot::sequence)).contains(2L);
        } finally {
            root.setLevel(before);
            root.detachAppender(appender);
            appender.stop();
        }
    }

    private static FileAppender<ILoggingEvent> appender(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d %msg%n");
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setFile(FULL.toString());
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
