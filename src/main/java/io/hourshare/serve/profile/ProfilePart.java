package io.hourshare.serve.profile;

import java.util.EnumSet;
import java.util.Set;

/** A part of a profile that many answers leave out; together they are most of its text. */
public enum ProfilePart {
    /** Where each value comes from: feed, time, position and rule. */
    PROVENANCE,
    CONFLICTS,
    SATELLITES,
    EVENTS;

    static final Set<ProfilePart> ALL = Set.copyOf(EnumSet.allOf(ProfilePart.class));
}
