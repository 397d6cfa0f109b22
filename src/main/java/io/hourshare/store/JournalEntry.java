package io.hourshare.store;

/** One line of the journal. Paths are relative to the data root and use forward slashes. */
public sealed interface JournalEntry permits JournalFact, JournalAct {}
