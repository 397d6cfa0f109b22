/** Records of delimited text, quotes and line breaks within cells included. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.decode.csv;
