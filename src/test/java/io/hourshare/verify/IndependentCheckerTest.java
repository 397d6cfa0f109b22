package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.verify.evidence.EvidenceScope;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Two judges that share no code, before the same data roots: whole ones, and such as a faulty program leaves. */
class IndependentCheckerTest {

    @TempDir
    static Path folder;

    private static TownCopies town;
    private static Path whole;

    @BeforeAll
    static void work() {
        town = new TownCopies(folder, 3, 12);
        whole = folder.resolve("whole.zip");
        try {
            IndependentChecker.export(town.original(), whole, EvidenceScope.whole());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void itFindsNothingWrongWithHoursThatWentWell() throws Exception {
        IndependentChecker.require();

        JsonNode said = IndependentChecker.judge(town.original(), true);

        assertThat(said.path("broken")).isEmpty();
        assertThat(said.path("exit").asInt()).as(said.toString()).isZero();
        assertThat(said.path("untraced")).as("every believed value is traced").isEmpty();
        for (Law law : new Law[] {Law.BYTES, Law.ROWS, Law.EVIDENCE, Law.VERSIONS, Law.WINDOWS, Law.ONCE, Law.CHAIN}) {
            assertThat(said.path("checked").path(Integer.toString(law.number())).asLong())
                    .as(law.title())
                    .isPositive();
        }
    }

    @Test
    void anHoursEvidenceIsCheckedWithoutTheDataRoot() throws Exception {
        IndependentChecker.require();
        Path bundle = folder.resolve("hour.zip");
        IndependentChecker.export(town.original(), bundle, new EvidenceScope(null, TownFiles.window(1), true));

        JsonNode said = IndependentChecker.judge(bundle, null, false);

        assertThat(said.path("exit").asInt()).as(said.toString()).isZero();
        assertThat(said.path("checked").path("2").asLong()).isGreaterThan(10);
        assertThat(said.path("checked").path("5").asLong()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(PlantedFault.class)
    @Tag("F62")
    void bothJudgesNameTheLawThatAPlantedFaultBreaks(PlantedFault fault) throws Exception {
        Path copy = town.copy();
        fault.plant(copy);

        assertThat(TownCopies.verify(copy, fault.ours(), fault.level()).findings())
                .as("verify")
                .extracting(Finding::law)
                .contains(fault.ours());
        IndependentChecker.require();
        JsonNode said = fault.isInTheLake()
                ? IndependentChecker.judge(copy, true)
                : IndependentChecker.judge(whole, copy, true);
        assertThat(said.path("exit").asInt()).as(said.toString()).isEqualTo(2);
        assertThat(said.path("broken").valueStream().map(one -> one.path("law").asInt()))
                .as(said.toString())
                .contains(fault.law().number());
    }
}
