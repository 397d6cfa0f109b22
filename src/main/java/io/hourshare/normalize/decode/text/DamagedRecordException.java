package io.hourshare.normalize.decode.text;

import io.hourshare.normalize.fault.Reason;

/** Leaves the parsing of one record; caught where the record is turned into a row, never seen outside. */
public final class DamagedRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public DamagedRecordException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
