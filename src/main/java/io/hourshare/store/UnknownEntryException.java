package io.hourshare.store;

/** A journal line of a kind that this version does not know. */
final class UnknownEntryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownEntryException(String type) {
        super(type);
    }
}
