package io.hourshare.store;

/**
 * What accepted records brought against what was known before: accepted = created + changed + unchanged + superseded.
 *
 * @param created of keys that were not known
 * @param unchanged with the content that was known
 * @param superseded older than what is known, or than another record of the same batch
 */
public record Novelty(long created, long changed, long unchanged, long superseded) {}
