/** Records on their way to rows, whatever the format: read ahead by several threads, converted, kept or set aside. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.decode.row;
