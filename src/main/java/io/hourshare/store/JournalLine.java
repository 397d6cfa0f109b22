package io.hourshare.store;

import io.hourshare.kernel.Digest;
import java.time.Instant;

/**
 * An entry with its place in the chain.
 *
 * @param sequence from 1, without gaps
 * @param hash digest over the previous line's hash and this line's content
 */
public record JournalLine(long sequence, Instant at, Digest hash, JournalEntry entry) {}
