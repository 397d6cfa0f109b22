/** Rows of workbooks, without the titles, footers and hidden parts that people add. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.decode.sheet;
