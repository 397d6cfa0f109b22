/** What the two files of a snapshot hold, table by table: documents for the counter, plain rows for analysts. */
@org.jspecify.annotations.NullMarked
package io.hourshare.publish.file;
