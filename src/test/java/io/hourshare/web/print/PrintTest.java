package io.hourshare.web.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.DataRead;
import io.hourshare.web.ShownTown;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home);
        application.snapshots().publish(17, session -> {
            ShownTown.fill(session);
            session.execute("insert into document_part values ('HS-LONG', 0, ?)", LongProfile.document("HS-LONG"));
        });
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void printsOnePageWithWatermarkAndPageNumberWhoseTextCanBeTakenOut() throws Exception {
        assumeThat(hasFont())
                .as("Skipped: no font with Chinese characters on this machine")
                .isTrue();

        byte[] pdf = print(ShownTown.FULL, false);

        try (PdfReader reader = new PdfReader(pdf)) {
            String text = text(reader, 1);
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            assertThat(text)
                    .contains("平湖市长安精密机械有限公司", "91330482MA2BXK7N3H", "提示事项", "演示", "窗口办事核对", "第1页/共1页")
                    .doesNotContain("陆某");
        }
        Files.write(Files.createDirectories(Path.of("target", "screens")).resolve("print.pdf"), pdf);
        assertThat(application.context().getBean(Journal.class).lines())
                .filteredOn(line ->
                        line.entry() instanceof DataRead read && read.what().equals("PRINTED"))
                .isNotEmpty();
    }

    @Test
    void everyPageOfThreeIsCountedMarkedAndLeadsBackToTheProfile() throws Exception {
        assumeThat(hasFont())
                .as("Skipped: no font with Chinese characters on this machine")
                .isTrue();

        try (PdfReader reader = new PdfReader(print("HS-LONG", true))) {
            assertThat(reader.getNumberOfPages()).isEqualTo(3);
            for (int page = 1; page <= 3; page++) {
                assertThat(text(reader, page))
                        .contains("第" + page + "页/共3页", "演示", "2026-11-2212:30", "窗口办事核对", "数据快照17");
            }
            assertThat(text(reader, 1) + text(reader, 2) + text(reader, 3)).contains(LongProfile.lines());
            assertThat(DrawnCode.read(reader.getPageContent(1)))
                    .isEqualTo(application.uri("/enterprises/HS-LONG").toString());
        }
    }

    @Test
    void printsInTwoSecondsOnceWarm() throws Exception {
        assumeThat(hasFont())
                .as("Skipped: no font with Chinese characters on this machine")
                .isTrue();
        print("HS-LONG", true);
        long start = System.nanoTime();
        print("HS-LONG", true);

        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void asksForAPurpose() throws Exception {
        assertThat(application
                        .get("/api/v1/enterprises/" + ShownTown.FULL + "/print?purpose=")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysWhatToInstallWhereThereIsNoFont() {
        assertThatThrownBy(() -> new PrintFont(new PrintSettings("/no/such/font.ttf")).get())
                .hasMessageContaining("/no/such/font.ttf")
                .hasMessageContaining("fonts-noto-cjk");
    }

    private static boolean hasFont() {
        try {
            new PrintFont(new PrintSettings(null)).get();
            return true;
        } catch (NoFontException e) {
            return false;
        }
    }

    private static String text(PdfReader reader, int page) throws Exception {
        return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s", "");
    }

    private static byte[] print(String enterprise, boolean whole) throws Exception {
        String path = "/api/v1/enterprises/" + enterprise + "/print?whole=" + whole + "&purpose="
                + ServingApplication.encoded("窗口办事核对");
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(application.uri(path))
                                .header("X-API-Key", ServingApplication.KEY)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
