package io.hourshare.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.normalize.fault.Reason;
import io.hourshare.normalize.fault.Severity;
import io.hourshare.pull.session.PullReason;
import io.hourshare.trace.BatchTrace.Trouble;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice that fits: nobody is sent to the network for a wrong key, nor told to wait where waiting does not help. */
class AdviceTest {

    private static final Set<PullReason> SETTINGS = Set.of(PullReason.NOT_CONFIGURED, PullReason.ROUTE_BROKEN);

    @ParameterizedTest
    @EnumSource
    void whatATryMayMendIsTriedAgainAndTheRestIsNot(PullReason reason) {
        String text = of("pull", reason.name(), false).text();

        assertThat(text).endsWith("。");
        assertThat(text.contains("不必找部门")).isEqualTo(SETTINGS.contains(reason));
        if (reason.passing()) {
            assertThat(text).as(reason.name()).containsAnyOf("自动重试", "转给部门");
        } else if (reason == PullReason.SOURCE_REFUSED || reason == PullReason.NOT_FOUND) {
            assertThat(text).as(reason.name()).contains("只重试不会变好");
        }
    }

    @Test
    void onlyANetworkIsSentToTheNetwork() {
        Set<String> network = Arrays.stream(PullReason.values())
                .map(PullReason::name)
                .filter(reason -> of("pull", reason, false).text().contains("网络是否恢复"))
                .collect(Collectors.toSet());

        assertThat(network).containsExactlyInAnyOrder("SOURCE_UNREACHABLE", "SOURCE_TIMEOUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SCHEMA_DRIFT",
                "VOLUME_ZERO",
                "VOLUME_RISE",
                "VOLUME_DROP",
                "VOLUME_REPEAT",
                "INCREMENT_AS_FULL",
                "FULL_AS_INCREMENT"
            })
    void whatAPersonMayVouchForIsTakenToThatDecision(String code) {
        Advice advice = of("normalize", code, true);

        assertThat(advice.verb()).isEqualTo("DECIDE");
        assertThat(advice.text()).contains("“待处理”", "接受这一批", "退回");
    }

    @Test
    void whatCannotBeReadIsAskedForAgainOrReadOtherwise() {
        for (Reason reason : Reason.values()) {
            if (reason.severity() == Severity.DELIVERY) {
                assertThat(of("normalize", reason.name(), true).verb())
                        .as(reason.name())
                        .isIn("REPULL", "RERUN");
            }
        }
    }

    private static Advice of(String step, String reason, boolean held) {
        return Advice.of(new Trouble(step, reason, "", 2, held, Instant.EPOCH));
    }
}
