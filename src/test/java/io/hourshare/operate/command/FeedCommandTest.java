package io.hourshare.operate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCommandTest {

    private static final String ID = "human-resources.insured-headcount";

    @TempDir
    Path folder;

    private Path sample = Path.of("sample");

    @BeforeEach
    void aSampleInGb18030() throws IOException {
        String text = "单位名称,统一社会信用代码,参保人数\n平湖市甲乙电子有限公司,91110000600037341L,35\n平湖市丙丁机械厂,91340602MA2UJY3J9W,12\n";
        sample = Files.write(folder.resolve("headcount.csv"), text.getBytes(Charset.forName("GB18030")));
    }

    @Test
    void fromAnUnknownSampleToAGreenTrialTakesTwoCommands() {
        assertThat(run("feed", "new")).isEqualTo(ExitCode.OK);
        assertThat(run("feed", "try")).isEqualTo(ExitCode.OK);
    }

    @Test
    void filesThatExistAreNeverOverwritten() throws IOException {
        run("feed", "new");
        Path job = folder.resolve("catalogue/jobs/human-resources/insured-headcount.yaml");
        Files.writeString(job, "feed: edited\n");

        assertThat(run("feed", "new")).isEqualTo(ExitCode.WRONG);
        assertThat(job).hasContent("feed: edited");
    }

    @Test
    void anUnknownFeedCannotBeTried() {
        assertThat(run("feed", "try")).isEqualTo(ExitCode.WRONG);
    }

    private int run(String... words) {
        String[] all = {
            words[0],
            words[1],
            "--catalogue",
            folder.resolve("catalogue").toString(),
            "--sample",
            sample.toString(),
            "--id",
            ID
        };
        return HourshareCommand.execute(new Launch(Object.class), all);
    }
}
