package io.hourshare.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.LogicalType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormerRegionsTest {

    private static final Map<String, CodeList> LISTS =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue().codeLists();

    @ParameterizedTest
    @CsvSource({
        "330204, 330212",
        "330204001, 330212",
        "江东区, 330212",
        "320571, 320576",
        "330103, 330105",
        "330482, 330482",
        "平湖, 330482",
        "浙江平湖, 330482",
        "鼓楼区, "
    })
    void aRegionThatWasGivenUpIsTheOneThatTookOver(String written, String code) {
        assertThat(region().convert(written, Neighbours.NONE).text()).isEqualTo(code);
    }

    private static Rule region() {
        RuleSetting setting = new RuleSetting("region", LogicalType.STRING, Map.of(), null, null, LISTS);
        return new Rules(new Tokens("a key of the test".getBytes(StandardCharsets.UTF_8))).rule(setting);
    }
}
