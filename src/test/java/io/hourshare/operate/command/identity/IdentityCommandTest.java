package io.hourshare.operate.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Hourshare;
import io.hourshare.review.AskedQuestions;
import io.hourshare.serve.ServingApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions and decisions on the command line: the same words whether a server runs or not. */
class IdentityCommandTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    @Test
    void aDecisionIsTakenBesideTheServerAndTakenBackWithoutOne() throws Exception {
        String decision;
        try (ServingApplication server = ServingApplication.demonstration(folder)) {
            AskedQuestions.ask(server.context());
            Files.writeString(
                    folder.resolve("data").resolve("server.json"),
                    "{\"url\":\"" + server.uri("") + "\",\"key\":\"" + ServingApplication.KEY + "\"}");
            JsonNode reviews = JSON.readTree(said("review", "--json"));
            assertThat(reviews.at("/items/0/candidate/name").asString()).isEqualTo("平湖市宏达电子有限公司");
            String question = reviews.at("/items/0/question").asString();

            assertThat(said("decide", "--kind", "same", "--question", question))
                    .contains("缺少 reason：请写明判定的事由（reason-missing）");
            assertThat(said("decide", "--kind", "same", "--question", question, "--reason", "现场核实"))
                    .containsPattern("已判定 D-\\w{8}，自下一次发布起生效");
            String decisions = said("decisions");
            assertThat(decisions).contains("SAME", "平湖宏大电子", "HS-A", "现场核实");
            decision = decisions.replaceAll("(?s).*(D-\\w{8}).*", "$1");
        }

        assertThat(said("decisions", decision)).contains(decision + " SAME", "判定：现场核实", "现行有效");
        assertThat(said("decisions", "--withdraw", decision, "--reason", "误判")).contains("已撤回 " + decision);
        assertThat(said("decisions", "--withdraw", decision, "--reason", "再撤"))
                .contains("没有编号为 " + decision + " 的有效判定（可能已撤回）", "decision-unknown");
    }

    /** All that a process of its own says, on either stream. */
    private String said(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Hourshare.class.getName(),
                "identity"));
        line.addAll(List.of(words));
        line.addAll(List.of("--home", folder.resolve("data").toString()));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
