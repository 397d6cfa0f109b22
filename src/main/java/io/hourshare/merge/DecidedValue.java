package io.hourshare.merge;

import java.time.Instant;

/**
 * A value that an operator decided on.
 *
 * @param decision number of the case that decided it
 */
record DecidedValue(String enterpriseId, String attribute, String value, String decision, Instant decidedAt) {}
