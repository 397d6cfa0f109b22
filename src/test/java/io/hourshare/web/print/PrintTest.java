package io.hourshare.web.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
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
        application.snapshots().publish(17, ShownTown::fill);
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

        byte[] pdf = print(false);

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
    void printsEverythingOnSeveralPagesWhereThatIsAskedFor() throws Exception {
        assumeThat(hasFont())
                .as("Skipped: no font with Chinese characters on this machine")
                .isTrue();

        try (PdfReader reader = new PdfReader(print(true))) {
            int pages = reader.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            assertThat(text(reader, pages)).contains("第" + pages + "页/共" + pages + "页");
        }
    }

    @Test
    void printsInTwoSecondsOnceWarm() throws Exception {
        assumeThat(hasFont())
                .as("Skipped: no font with Chinese characters on this machine")
                .isTrue();
        print(false);
        long start = System.nanoTime();
        print(false);

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

    @Test
    void drawsACodeThatLeadsBackToTheProfile() throws Exception {
        String address = "http://127.0.0.1:8080/enterprises/" + ShownTown.FULL;

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new Dots(QrCode.bits(address)))))
                        .getText())
                .isEqualTo(address);
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

    private static byte[] print(boolean whole) throws Exception {
        String path = "/api/v1/enterprises/" + ShownTown.FULL + "/print?whole=" + whole + "&purpose="
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

    /** A code's dots as a camera would see them, eight pixels each. */
    private static final class Dots extends LuminanceSource {

        private static final int PIXELS = 8;

        private final BitMatrix bits;

        Dots(BitMatrix bits) {
            super(bits.getWidth() * PIXELS, bits.getHeight() * PIXELS);
            this.bits = bits;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] dots = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            for (int x = 0; x < getWidth(); x++) {
                dots[x] = (byte) (bits.get(x / PIXELS, y / PIXELS) ? 0 : 0xff);
            }
            return dots;
        }

        @Override
        public byte[] getMatrix() {
            byte[] all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, null), 0, all, y * getWidth(), getWidth());
            }
            return all;
        }
    }
}
