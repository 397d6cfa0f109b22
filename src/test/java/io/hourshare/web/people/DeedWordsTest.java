package io.hourshare.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.ledger.LedgerKinds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeedWordsTest {

    private static final CatalogueReading READING = CatalogueReader.read(CatalogueSource.directory(Path.of(".")));

    private final DeedWords words = new DeedWords(READING.catalogue(), new LedgerKinds(READING.documents()));

    @Test
    void tellsACaseInTheLedgersOwnWords() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ledger", "correction");
        fields.put("state", "OPEN");
        fields.put("details", "value=旧址、value_digest=" + "0123abcd".repeat(8));

        assertThat(words.tell(fields)).containsExactly("校核", "状态：待部门核实", "内容：取值 旧址、取值摘要 0123abcd");
    }

    @Test
    void namesFeedsByTheirTitles() {
        assertThat(words.tell(Map.of("feeds", "tax.registration、tax.arrears")))
                .singleElement()
                .asString()
                .matches("数据源：\\p{IsHan}+（tax.registration）、\\p{IsHan}+（tax.arrears）");
    }

    @Test
    void saysNothingOfWhatIsEmpty() {
        assertThat(words.tell(Map.of("options", ""))).isEqualTo(List.of());
    }
}
