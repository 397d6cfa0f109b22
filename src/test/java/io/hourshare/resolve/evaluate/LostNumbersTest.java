package io.hourshare.resolve.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.EngineSettings;
import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.kernel.Uscc;
import io.hourshare.resolve.world.LabelledWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offices still write registration numbers that the register has dropped for the code, or has in an older form. */
class LostNumbersTest {

    private static final int ENTERPRISES = 60;

    private final StringBuilder register = new StringBuilder(LabelledWorld.COLUMNS + "\n");
    private final StringBuilder permits = new StringBuilder(LabelledWorld.COLUMNS + "\n");
    private final StringBuilder truth = new StringBuilder("department,record_id,enterprise_id\n");

    @ParameterizedTest
    @ValueSource(strings = {"", "企合浙嘉总字第000255号", "3304824000005"})
    void aNumberBesideAListedCodeMakesNobodyNew(String inRegister, @TempDir Path home) throws IOException {
        for (int i = 0; i < ENTERPRISES; i++) {
            String name = "平湖市" + "昊鼎恒瑞永康天嘉".charAt(i % 8) + "达盛泰祥兴乐成禾".charAt(i / 8) + "纺织有限公司";
            row(register, "market", "m" + i, code(i), name, inRegister, i);
            row(permits, "housing", "first" + i, code(i), name, registrationNumber(i), i);
            row(permits, "housing", "second" + i, code(i), name, registrationNumber(i), i);
            row(permits, "housing", "third" + i, "", name.substring(3, 7), registrationNumber(i), i);
        }
        Path records = Files.createDirectories(home.resolve("records"));
        Files.writeString(records.resolve("market.csv"), register);
        Files.writeString(records.resolve("housing.csv"), permits);

        Map<String, String> figures = new Evaluation(CatalogueReader.read(CatalogueSource.directory(Path.of(".")))
                        .catalogue())
                .run(
                        new Evaluation.Request(
                                records,
                                home.resolve("out"),
                                null,
                                null,
                                Files.writeString(home.resolve("truth.csv"), truth)),
                        new EngineSettings("1GB", 2));

        assertThat(figures).containsEntry("pairwise_recall", "1.00000").containsEntry("pairwise_precision", "1.00000");
    }

    private void row(
            StringBuilder file,
            String department,
            String key,
            String code,
            String name,
            String number,
            int enterprise) {
        file.append(String.join(",", key, name, "", code, "", number, "", "", "330482", "", "", "2025-01-01\n"));
        truth.append(String.join(",", department, key, "e" + enterprise + "\n"));
    }

    private static String code(int number) {
        for (char check : "0123456789X".toCharArray()) {
            String body = "91330482MA%06d%s".formatted(number, check);
            String code = body + Uscc.checkCharacter(body);
            if (OrganisationCode.isValid(code.substring(8, 17))) {
                return code;
            }
        }
        throw new IllegalStateException("No check character");
    }

    private static String registrationNumber(int number) {
        String digits = "3304821%07d".formatted(number);
        return digits + RegistrationNumber.checkDigit(digits);
    }
}
