package io.hourshare.store;

/**
 * One way in which a delivery differs from its contract or from what the feed gave before.
 *
 * @param kind {@code ADDED}, {@code REMOVED}, {@code RENAMED}, {@code RETYPED}, {@code UNIT}, {@code ENUMERATION} or
 *     {@code DISTRIBUTION}
 * @param column source field
 * @param before what it was, in Chinese
 * @param after what it is now
 * @param held whether the contract says that a person has to look first
 */
public record DriftChange(String kind, String column, String title, String before, String after, boolean held) {}
