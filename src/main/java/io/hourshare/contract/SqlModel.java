package io.hourshare.contract;

/**
 * One relation as one SELECT.
 *
 * @param name file name without {@code .sql}; models of a folder run in the order of {@code uses} in their headers
 * @param file where it stands, relative to the catalogue
 */
public record SqlModel(String name, String file, String sql) {}
