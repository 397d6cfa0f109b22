package io.hourshare.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.LogicalType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyIfTest {

    @Test
    void aFigureThatTheEnterprisePublishesIsTaken() {
        assertThat(converted("35", Map.of("only-if", "1")).text()).isEqualTo("35");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "否", "不公示", "??", ""})
    void aFigureThatItDoesNotPublishLeavesNoTrace(String flag) {
        assertThat(converted("35", Map.of("only-if", flag))).isEqualTo(Converted.empty());
    }

    @Test
    void aMissingFlagIsNoConsent() {
        assertThat(converted("35", Map.of())).isEqualTo(Converted.empty());
    }

    @Test
    void theWordsOfAWithheldFigureAreNoFault() {
        assertThat(converted("企业选择不公示", Map.of("only-if", "2")).reason()).isNull();
    }

    private static Converted converted(String text, Map<String, String> neighbours) {
        RuleSetting setting =
                new RuleSetting("integer", LogicalType.INTEGER, Map.of("only-if", "FLAG"), null, null, Map.of());
        return new Rules(new Tokens("a key of the test".getBytes(StandardCharsets.UTF_8)))
                .rule(setting)
                .convert(text, new Neighbours(neighbours));
    }
}
