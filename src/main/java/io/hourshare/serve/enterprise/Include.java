package io.hourshare.serve.enterprise;

/** What a profile's answer carries besides the plain values. */
enum Include {
    PROVENANCE,
    CONFLICTS,
    SATELLITES
}
