package io.hourshare.operate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Hourshare;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's samples become published values by the three commands of docs/adding-a-feed.md. */
class FirstSyncTest {

    private static final String LOANS = """
            "借据号","借款人名称","借款人证件号码","贷款余额（万元）","五级分类","到期日","担保情况说明"
            "DK2026000001","平湖市甲乙电子有限公司","91110000600037341L","1,500","正常","2027-01-14","抵押物：厂房""A幢""
            评估价：3,200万元；"
            "DK2026000002","平湖市丙丁机械厂","91340602MA2UJY3J9W","80","关注","2027-03-14","保证人：无"
            """;
    private static final String CUSTOMS = """
            海关注册编码|企业名称|统一社会信用代码|海关信用等级|报关有效期|上年进出口总额(万美元)
            3304900001|平湖市甲乙电子有限公司|91110000600037341L|高级认证企业|长期|1,234.50
            3304910001|平湖市壬癸𠮷源食品厂|91620105L015101280|失信企业|长期|8
            """;

    @TempDir
    private Path folder;

    @Test
    void twoUnknownDepartmentsInThreeCommandsEach() throws IOException {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        connected("bank.loan", Files.writeString(drop.resolve("loans_20261031.csv"), LOANS, Charset.forName("GBK")));
        connected(
                "customs.standing",
                Files.write(drop.resolve("海关备案.txt"), CUSTOMS.getBytes(Charset.forName("GB18030"))));

        assertThat(hourshare("run", "--feeds", "bank.loan,customs.standing", "--reason", "首次同步"))
                .isEqualTo(ExitCode.OK);

        assertThat(published("select string_agg(daikuanyue::varchar, ' ' order by jiejuhao) from loan"))
                .contains("1500.000000 80.000000");
        assertThat(published("select string_agg(shangnianjinchukouzonge::varchar, ' ' order by uscc) from enterprise"))
                .contains("1234.500000 8.000000");
        assertThat(published("select ent_name from enterprise where uscc = '91620105L015101280'"))
                .contains("平湖市壬癸𠮷源食品厂");
    }

    private void connected(String id, Path sample) {
        String[] both = {"--id", id, "--sample", sample.toString()};
        assertThat(hourshare(words("feed", "new", both, "--via", "xlsx-drop", "--set", "folder=" + sample.getParent())))
                .isEqualTo(ExitCode.OK);
        assertThat(hourshare(words("feed", "try", both))).isEqualTo(ExitCode.OK);
    }

    private int hourshare(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--catalogue", folder.resolve("catalogue").toString()));
        all.addAll(List.of("--home", folder.resolve("data").toString()));
        return HourshareCommand.execute(new Launch(Hourshare.class), all.toArray(String[]::new));
    }

    private static String[] words(String first, String second, String[] both, String... more) {
        return Stream.of(Stream.of(first, second), Stream.of(both), Stream.of(more))
                .flatMap(one -> one)
                .toArray(String[]::new);
    }

    private Optional<String> published(String sql) throws IOException {
        try (Stream<Path> snapshots = Files.list(folder.resolve("data/snapshots"))) {
            Path analyst = snapshots
                    .map(path -> path.resolve("analyst.duckdb"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
            try (Session session = new Engine(new EngineSettings("256MB", 1), folder).openReadOnly(analyst)) {
                return session.query(sql, row -> row.getString(1)).stream().findFirst();
            }
        }
    }
}
