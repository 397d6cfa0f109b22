package io.hourshare.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case.
 *
 * @param action what was done; null for the opening
 * @param to state afterwards
 */
public record CaseEvent(
        Instant at, @Nullable String action, String to, String actor, String reason, Map<String, String> details) {}
