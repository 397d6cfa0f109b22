package io.hourshare.publish;

/** Gives a kept snapshot as it may be shown now. */
@FunctionalInterface
interface Mask {

    Snapshot of(Snapshot kept);
}
