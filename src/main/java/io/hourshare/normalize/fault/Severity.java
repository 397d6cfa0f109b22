package io.hourshare.normalize.fault;

/** How far a fault reaches. */
public enum Severity {
    /** One value: emptied and noted where it is optional, the record is quarantined where it is required. */
    VALUE,
    /** The record is quarantined. */
    RECORD,
    /** The object cannot be trusted as a whole: the feed is held. */
    DELIVERY
}
