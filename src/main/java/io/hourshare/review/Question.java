package io.hourshare.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Are these the same? One question for all records of one name and county.
 *
 * @param reason {@code doubt} or {@code contradicted}: numbers say the opposite of a decision
 * @param chance how often such a likeness proved right here
 * @param records how many records the answer settles
 * @param evidence what each feature says, in bits
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Question(
        String question,
        String reason,
        double chance,
        long records,
        String enterpriseId,
        Side record,
        Side candidate,
        List<Evidence> evidence) {

    public Question {
        evidence = List.copyOf(evidence);
    }

    /** One side as its department tells it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Side(
            String feed, String recordKey, String name, String numbers, String region, String place, String person) {}

    /** @param bits above zero for the same, below zero against */
    public record Evidence(
            String feature, String title, @Nullable Double bits) {}
}
