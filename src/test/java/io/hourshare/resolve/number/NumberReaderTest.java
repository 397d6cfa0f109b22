package io.hourshare.resolve.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.resolve.world.NumberMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

    private final NumberReader reader = new NumberReader();

    @Test
    void readsAUnifiedCodeInWhateverDress() {
        assertThat(reader.read(" ９１110000-600037341l ", null, null, null))
                .isEqualTo("org:600037341|uscc:91110000600037341L");
    }

    @Test
    void readsALegacyTaxNumberByItsLastNineCharacters() {
        assertThat(reader.read(null, null, null, "330401" + NumberMaker.org(5))).isEqualTo("org:" + NumberMaker.org(5));
    }

    @Test
    void readsARegistrationNumberByItsCheckDigit() {
        assertThat(reader.read(null, null, "320404000009558", null)).isEqualTo("reg:320404000009558");
        assertThat(reader.read(null, null, "320404000009559", null)).isEqualTo("old:320404000009559");
    }

    @Test
    void knowsAUnifiedCodeThatAFieldCutToFifteen() {
        assertThat(reader.read("91110000600037", null, null, null)).startsWith("old:");
        assertThat(reader.read("91110000600037341L".substring(0, 15), null, null, null))
                .isEqualTo("cut:911100006000373");
    }

    @Test
    void anOldCodeOfDigitsAloneThatWasCutIsNoRegistrationNumber() {
        assertThat(RegistrationNumber.isValid("913302829258597")).isTrue();
        assertThat(reader.read("913302829258597", null, null, null)).isEqualTo("cut:913302829258597");
        assertThat(reader.read(null, null, "913302829258597", null)).isEqualTo("cut:913302829258597");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000000000000000",
                "111111111111111111",
                "123456789012345678",
                "000000000",
                "无",
                "-",
                "9.13305E+17"
            })
    void fillersAreNoNumbers(String filler) {
        assertThat(reader.read(filler, null, null, null)).isEmpty();
    }

    @Test
    void readsANumberBehindALabelAndBesideAnother() {
        assertThat(reader.read("代码：91110000600037341L", null, null, null)).startsWith("org:600037341");
        assertThat(reader.read("91110000600037341L/330482000012345", null, null, null))
                .startsWith("org:600037341");
        assertThat(reader.read(null, null, "320404000009558.0", null)).isEqualTo("reg:320404000009558");
    }

    @ParameterizedTest
    @ValueSource(strings = {"600037347", "60003734", "330401600037314", "91110000600037341L01", "92110300600037341L"})
    void repairsOtherNumbersThatHoldTheCode(String mistyped) {
        assertThat(new NumberRepair().candidates(mistyped).split("\\|")).contains("600037341");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110O00600037341L",
                "91110000600037314L",
                "9111000060003734L",
                "911100006000373341L",
                "91110000600037347L",
                "9lll0000600037341L"
            })
    void repairsOneSlip(String mistyped) {
        assertThat(new NumberRepair().candidates(NumberReader.clean(mistyped)).split("\\|"))
                .contains("600037341");
    }
}
