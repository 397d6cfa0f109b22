package io.hourshare.ask;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a department answered, as a value with source and expiry.
 *
 * @param item what was asked for
 * @param question number of the question that it answers
 * @param validUntil last day on which it may be used
 * @param current whether that day is not over
 */
public record AnsweredValue(
        String item,
        String value,
        String department,
        @JsonProperty("department_title") String departmentTitle,
        String question,
        @JsonProperty("answered_by") String answeredBy,
        @JsonProperty("answered_at") Instant answeredAt,
        @JsonProperty("valid_until") @Nullable LocalDate validUntil,
        boolean current) {}
