package io.hourshare.normalize.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonCodesDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/reason-codes.md");

    @ParameterizedTest
    @EnumSource(Severity.class)
    void thePageListsEveryReasonWithItsCauseAndRemedy(Severity severity) throws Exception {
        String table = Arrays.stream(Reason.values())
                .filter(reason -> reason.severity() == severity)
                .map(reason -> "| `" + reason + "` | " + reason.explanation() + " | " + reason.remedy() + " |")
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(DOCUMENT)).contains(table);
    }

    @Test
    void thePageListsWhyABatchIsHeld() throws Exception {
        List<String> reasons = List.of("QUARANTINE_TOLERANCE", "MASS_VANISH", "DECLARED_TOTAL", "IMBALANCE");

        reasons.forEach(reason -> assertThat(DOCUMENT).content().contains("| `" + reason + "` |"));
    }
}
