package io.hourshare.resolve.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.resolve.IdentityTown;
import io.hourshare.resolve.name.NameComparison.Level;
import io.hourshare.resolve.place.Gazetteer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameComparisonTest {

    private final NameParser parser = new NameParser(Gazetteer.of(List.of(IdentityTown.regions())));
    private final NameComparison comparison = new NameComparison();

    @ParameterizedTest
    @CsvSource({
        "平湖市宏达电子科技有限公司, 平湖宏达电子科技有限责任公司, SAME",
        "平湖市宏达电子科技有限公司, 宏达电子科技有限公司, CORE",
        "平湖市宏达电子科技有限公司, 平湖市鸿达电子科技有限公司, NEAR",
        "平湖市天成电子科技有限公司, 平湖市夭成电子科技有限公司, NEAR",
        "平湖市宏达电子科技有限公司, 平湖市宏达电子有限公司, BRAND",
        "平湖市宏达电子科技有限公司, 平湖市宏达物业管理有限公司, TRADE",
        "平湖市宏达电子科技有限公司, 平湖市鼎盛五金有限公司, FAR",
    })
    void comparesFromTheMostTellingPartDown(String one, String other, Level level) {
        assertThat(comparison.compare(parser.parse(one), parser.parse(other)).level())
                .isEqualTo(level);
    }

    @Test
    void neighboursThatChangedPlacesAtTheEndOfTheBrandAreASlip() {
        assertThat(comparison
                        .compare(parser.parse("平湖市兴医桂疗器械有限公司"), parser.parse("平湖市兴桂医疗器械有限公司"))
                        .level())
                .isEqualTo(NameComparison.Level.NEAR);
    }

    @Test
    void aBranchIsNeverLikeItsHead() {
        NameForm head = parser.parse("平湖市宏达电子科技有限公司");
        NameForm branch = parser.parse("平湖市宏达电子科技有限公司嘉善分公司");
        NameForm sister = parser.parse("平湖市宏达电子科技有限公司昆山分公司");

        assertThat(comparison.compare(head, branch).tail()).isTrue();
        assertThat(comparison.compare(branch, sister).tail()).isTrue();
        assertThat(comparison.compare(branch, branch).tail()).isFalse();
    }

    @Test
    void regionsThatDifferAreAConflictAndAMissingOneIsNot() {
        NameForm pinghu = parser.parse("平湖市宏达电子科技有限公司");

        assertThat(comparison.compare(pinghu, parser.parse("嘉善县宏达电子科技有限公司")).region())
                .isTrue();
        assertThat(comparison.compare(pinghu, parser.parse("宏达电子科技有限公司")).region())
                .isFalse();
    }
}
