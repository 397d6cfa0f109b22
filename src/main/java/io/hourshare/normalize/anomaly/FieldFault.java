package io.hourshare.normalize.anomaly;

import io.hourshare.normalize.fault.Reason;

/**
 * How often a source field had one fault in the batch.
 *
 * @param sample one of its values, masked
 */
public record FieldFault(String field, Reason reason, long records, String sample) {}
