package io.hourshare.contract;

/** Sharing class of a resource under the government data sharing regulation (State Council Order 809). */
public enum ShareAttribute {
    UNCONDITIONAL,
    CONDITIONAL
}
