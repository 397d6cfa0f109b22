package io.hourshare.resolve.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.EngineSettings;
import io.hourshare.resolve.world.LabelledWorld;
import io.hourshare.resolve.world.NumberMaker;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evaluate command takes files as offices write them. */
class EvaluationFilesTest {

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.directory(Path.of("."))).catalogue();
    private static final String USCC = NumberMaker.uscc("330482", 1);

    @TempDir
    Path home;

    private final List<String> notes = new ArrayList<>();

    private Path records;

    @BeforeEach
    void files() throws IOException {
        records = Files.createDirectories(home.resolve("records"));
        Files.writeString(
                records.resolve("market.csv"),
                LabelledWorld.COLUMNS + "\n1,平湖市晨曦模具有限公司,," + USCC
                        + ",,,,平湖市科技路5号,330482,王一,存续,2025-01-01\n2,平湖市远航新材料科技有限公司,,,,,,,330482,,,\n");
    }

    @Test
    void headersMayStandInAnyOrderBehindAMarkWithWindowsLines() throws IOException {
        Files.writeString(
                records.resolve("tax.csv"),
                "\uFEFFname,tax_id,record_id,address\r\n平湖市晨曦模具有限公司," + USCC + ",a,\"平湖市,科技路5号\"\r\n");

        assertThat(run()).containsEntry("tax/a", run().get("market/1"));
    }

    @Test
    void departmentsMayBeMissingOrHaveNoRows() throws IOException {
        Files.writeString(records.resolve("housing.csv"), LabelledWorld.COLUMNS + "\n");
        Files.writeString(records.resolve("natural.csv"), "");

        assertThat(run()).hasSize(2);
    }

    @Test
    void withoutARegisterNumbersStillJoin() throws IOException {
        Files.delete(records.resolve("market.csv"));
        String row = ",平湖市晨曦模具有限公司,," + USCC + ",,,,,,,,\n";
        Files.writeString(records.resolve("tax.csv"), LabelledWorld.COLUMNS + "\na" + row);
        Files.writeString(records.resolve("housing.csv"), LabelledWorld.COLUMNS + "\nb" + row);

        assertThat(run()).hasSize(2).containsEntry("tax/a", run().get("housing/b"));
    }

    @Test
    void emptyColumnsAndLinesWithinQuotesDoNoHarm() throws IOException {
        Files.writeString(
                records.resolve("industry.csv"),
                "record_id,name,uscc,remark\n\"a\",\"平湖市晨曦模具\n有限公司\",\"" + USCC + "\",\"x,y\"\nb,,,\n");

        Map<String, String> clusters = run();
        assertThat(clusters)
                .containsEntry("industry/a", clusters.get("market/1"))
                .containsKey("industry/b");
    }

    @Test
    void aRowWithACommaTooManyStopsNothing() throws IOException {
        Files.writeString(
                records.resolve("tax.csv"),
                "record_id,name,tax_id\na,平湖市晨曦模具有限公司," + USCC + "\nb,平湖市晨曦,模具,有限公司," + USCC + "\nc,平湖市晨曦模具有限公司\n");

        Map<String, String> clusters = run();
        assertThat(clusters).containsEntry("tax/a", clusters.get("market/1")).containsKeys("tax/b", "tax/c");
    }

    @Test
    void quotesWithinQuotesStopNothing() throws IOException {
        Files.writeString(
                records.resolve("tax.csv"),
                "record_id,name,tax_id,remark\na,\"平湖市晨曦\"模具有限公司," + USCC + ",\nb,平湖\"市晨曦模具有限公司," + USCC + ",x\n");

        assertThat(run()).containsEntry("tax/a", run().get("market/1")).containsEntry("tax/b", run().get("market/1"));
    }

    @Test
    void aQuoteWithoutItsSecondIsNamedWithItsLineInsteadOfSwallowingRows() throws IOException {
        String rows = "record_id,name,tax_id\na,平湖市晨曦模具有限公司,\nb,\"平湖市远航,\n";
        for (String more : List.of("c,甲,\nd,乙,\n", "c,甲,\nd,\"平湖市,乙\",\n", "")) {
            Files.writeString(records.resolve("tax.csv"), rows + more);

            assertThatThrownBy(this::run).hasMessage("文件 tax.csv 第 3 行有一个引号没有配对，其后各行会被当作同一格的内容。请补上或去掉这个引号后再试。");
        }
        Files.writeString(
                records.resolve("tax.csv"),
                "record_id,name,tax_id,address\r\na,平湖市晨曦模具有限公司," + USCC + ",\"科技路5号\r\n\"\"东\"\"楼\"\r\n");
        assertThat(run()).containsEntry("tax/a", run().get("market/1"));
    }

    @Test
    void ofTwoRowsWithOneIdTheLaterCountsAndRowsWithoutOneAreLeftOut() throws IOException {
        Files.writeString(
                records.resolve("tax.csv"),
                "RECORD_ID,Name,tax_id\na,平湖市远航新材料科技有限公司,\n\n,平湖市晨曦模具有限公司,\na,平湖市晨曦模具有限公司," + USCC + "\n");

        assertThat(run()).hasSize(3).containsEntry("tax/a", run().get("market/1"));
        assertThat(notes)
                .contains("tax.csv：1 行没有 record_id 或部门（如 第 4 行），未计入。", "tax.csv：1 个 record_id 出现不止一次（如 a），以最后一行为准。");
    }

    @Test
    void theCommandsOwnFilesMayLieInTheFolder() throws IOException {
        Path truth = Files.writeString(
                records.resolve("labels.csv"), "department,record_id,enterprise_id\nmarket,1,A\nmarket,2,B\n");
        Files.writeString(records.resolve("clusters.csv"), "department,record_id,cluster_id\nmarket,1,A\n");

        assertThat(figures(null, truth)).containsEntry("records", "2");
    }

    @Test
    void noRecordsAtAllGiveEmptyAnswers() throws IOException {
        Files.writeString(records.resolve("market.csv"), LabelledWorld.COLUMNS + "\n");

        assertThat(run()).isEmpty();
        assertThat(notes).contains("目录中没有 market.csv，或其中没有记录：没有登记名单可以对照，只按号码与名称归并。");
    }

    @Test
    void saysWhichDecisionsNameNoRecordOrAreNone() throws IOException {
        Path decisions = Files.writeString(
                home.resolve("decisions.csv"),
                "decision,department_1,record_id_1,department_2,record_id_2\n Must_Link ,market,xx,tax,zz\n");
        Path truth = Files.writeString(home.resolve("truth.csv"), "department,record_id,enterprise_id\nmarket,1,A\n");

        assertThat(figures(decisions, truth)).containsEntry("records", "2");
        assertThat(notes)
                .contains(
                        "decisions.csv：2 条被判定的记录不在文件中（如 market/xx），有关判定未采用。请核对部门（文件名去掉 .csv）与 record_id。",
                        "truth.csv：有 1 条记录没有标注，不计入评价。");

        Files.writeString(
                decisions, "decision,department_1,record_id_1,department_2,record_id_2\nmerge,market,1,market,2\n");
        assertThatThrownBy(() -> figures(decisions, truth))
                .hasMessage("文件 decisions.csv 第 2 行的判定“merge”不认识。请写 must_link（同一）或 cannot_link（不同）。");
    }

    @Test
    void aTruthAboutOtherRecordsIsRefused() throws IOException {
        Path truth =
                Files.writeString(home.resolve("truth.csv"), "department,record_id,enterprise_id\nmarket.csv,1,A\n");

        assertThatThrownBy(() -> figures(null, truth)).hasMessageContaining("truth.csv 中没有一条记录在目录中");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Files.writeString(records.resolve("tax.csv"), "name,tax_id\n平湖市晨曦模具有限公司," + USCC + "\n");

        assertThatThrownBy(this::run).hasMessageContaining("tax.csv").hasMessageContaining("record_id");
    }

    @Test
    void saysWhichFileOrFolderIsNotThere() {
        Path nowhere = home.resolve("nowhere");

        assertThatThrownBy(() -> run(nowhere)).hasMessageContaining("没有文件 " + nowhere);
        records = nowhere;
        assertThatThrownBy(this::run).hasMessageContaining("没有目录 " + nowhere);
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        Files.write(
                records.resolve("tax.csv"),
                "record_id,name,tax_id\na,平湖市晨曦模具有限公司,\n".getBytes(Charset.forName("GB18030")));

        assertThatThrownBy(this::run).hasMessageContaining("tax.csv 不是 UTF-8").hasMessageContaining("另存为 UTF-8");

        Files.write(
                records.resolve("tax.csv"),
                ("record_id,name,tax_id\n" + "a,平湖市晨曦模具有限公司,\n".repeat(2_000) + "b,平\n")
                        .getBytes(StandardCharsets.UTF_8));
        byte[] late = Files.readAllBytes(records.resolve("tax.csv"));
        late[late.length - 3] = (byte) 0xC6;
        Files.write(records.resolve("tax.csv"), late);
        assertThatThrownBy(this::run).hasMessageContaining("tax.csv 不是 UTF-8").hasMessageContaining("行之后读不出");
    }

    @Test
    void updatesDecisionsAndLabelsSayWhichColumnsTheyLack() throws IOException {
        Path file = Files.writeString(home.resolve("some.csv"), "record_id,name\na,甲\n");

        assertThatThrownBy(() -> run(file)).hasMessageContaining("some.csv 缺少列 department");
        assertThatThrownBy(() -> new Evaluation(CATALOGUE, notes::add)
                        .run(
                                new Evaluation.Request(records, home.resolve("out"), file, null, file),
                                new EngineSettings("1GB", 2)))
                .hasMessageContaining("some.csv 缺少列 decision、department_1");
    }

    @Test
    void whatIsUpdatedFirstCountsAsItCameLast() throws IOException {
        Files.writeString(records.resolve("tax.csv"), LabelledWorld.COLUMNS + "\na,甲,,,,,,,,,,\n");
        Path updates = home.resolve("updates.csv");
        Files.writeString(
                updates,
                "department,record_id,name,tax_id\r\ntax,a,甲,\r\ntax,a,平湖市晨曦模具有限公司," + USCC
                        + "\r\nforest,b,平湖市晨曦模具有限公司," + USCC + "\r\n");
        run(updates);

        Map<String, String> after = read("clusters_after.csv");
        assertThat(after)
                .containsEntry("tax/a", after.get("market/1"))
                .containsEntry("forest/b", after.get("market/1"));
    }

    @Test
    void theTruthTellsWhichBranchesStandWithTheirHeads() throws IOException {
        Files.writeString(
                records.resolve("market.csv"),
                "3,平湖市晨曦模具有限公司嘉善分公司,," + NumberMaker.uscc("330482", 3) + ",,,,,330421,,,\n",
                StandardOpenOption.APPEND);
        Path truth = Files.writeString(
                home.resolve("truth.csv"), "department,record_id,enterprise_id\nmarket,1,A\nmarket,2,B\nmarket,3,C\n");
        Path wrong = Files.writeString(
                home.resolve("decisions.csv"),
                "decision,department_1,record_id_1,department_2,record_id_2\nmust_link,market,1,market,3\n");

        assertThat(figures(null, truth)).containsEntry("branches_with_heads", "0");
        assertThat(figures(wrong, truth))
                .containsEntry("branches_with_heads", "1")
                .containsEntry("branches_with_anybody", "1");
    }

    private Map<String, String> figures(@Nullable Path decisions, Path truth) {
        return new Evaluation(CATALOGUE, notes::add)
                .run(
                        new Evaluation.Request(records, home.resolve("out"), decisions, null, truth),
                        new EngineSettings("1GB", 2));
    }

    private Map<String, String> run() throws IOException {
        return run(null);
    }

    private Map<String, String> run(Path updates) throws IOException {
        new Evaluation(CATALOGUE, notes::add)
                .run(
                        new Evaluation.Request(records, home.resolve("out"), null, updates, null),
                        new EngineSettings("1GB", 2));
        return read("clusters.csv");
    }

    private Map<String, String> read(String file) throws IOException {
        Map<String, String> clusters = new TreeMap<>();
        Files.readAllLines(home.resolve("out").resolve(file)).stream().skip(1).forEach(line -> {
            String[] parts = line.split(",");
            clusters.put(parts[0] + "/" + parts[1], parts[2]);
        });
        return clusters;
    }
}
