package io.hourshare.history;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two documents of an enterprise.
 *
 * @param path attribute of a field, name of a satellite, member of the head
 * @param key which of several under the path: a record's, a name's; empty where there is only one
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 */
record Change(
        Kind kind,
        String path,
        String key,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    /** What a change is of. */
    enum Kind {
        /** The enterprise itself came or went. */
        ENTERPRISE,
        /** Number, name or state in the head of the document. */
        HEAD,
        /** A value of the profile. */
        FIELD,
        /** Departments began or ceased to differ. */
        CONFLICT,
        /** A name with the time that it was borne. */
        NAME,
        /** A dated record: a permit, a rating, a penalty. */
        RECORD,
        /** A merge, split, link or unlink. */
        IDENTITY
    }
}
