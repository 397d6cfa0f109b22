package io.hourshare.store;

/** How far a feed's window has come; publication is a fact of the snapshot, not of the slot. */
public enum SlotState {
    LANDED,
    DONE,
    HELD,
    FAILED,
    WAIVED
}
