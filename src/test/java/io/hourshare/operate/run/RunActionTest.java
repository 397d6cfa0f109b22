package io.hourshare.operate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunActionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUEUED      | stop",
                "RUNNING     | stop",
                "STOPPING    | ",
                "STOPPED     | resume rerun repull abandon",
                "INTERRUPTED | recover",
                "DONE        | rerun repull",
                "PARTIAL     | resume rerun repull backfill abandon",
                "FAILED      | resume rerun repull backfill abandon",
                "ABANDONED   | rerun repull",
            })
    void eachStateAllowsItsActionsAndNoOther(RunState state, String allowed) {
        assertThat(RunAction.allowed(state, false).stream().map(RunAction::word))
                .containsExactlyElementsOf(allowed == null ? List.of() : List.of(allowed.split(" ")));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAllowedSaysWhyAndWhatToDoInstead(RunState state) {
        List<String> words = new ArrayList<>(
                RunAction.allowed(state, false).stream().map(RunAction::word).toList());
        RunAction.blockedIn(state, false).forEach(blocked -> {
            words.add(blocked.action());
            assertThat(blocked.code()).matches("run-[a-z-]+");
            assertThat(blocked.reason()).isNotBlank();
        });

        assertThat(words).hasSize(RunAction.values().length).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotInLandingAnyMoreIsNotRunAgainFromThere(RunState state) {
        assertThat(RunAction.allowed(state, true)).doesNotContain(RunAction.RERUN);
        assertThat(RunAction.blockedIn(state, true))
                .filteredOn(blocked -> blocked.action().equals("rerun"))
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.code().equals("run-landing-destroyed"))
                        .isEqualTo(RunAction.allowed(state, false).contains(RunAction.RERUN)));
        assertThat(RunAction.allowed(state, true).contains(RunAction.REPULL))
                .isEqualTo(RunAction.allowed(state, false).contains(RunAction.REPULL));
    }

    @Test
    void everyStateIsInTheTable() {
        assertThat(RunState.values()).hasSize(9);
    }
}
