/** Regions and addresses, read into their parts. */
@org.jspecify.annotations.NullMarked
package io.hourshare.resolve.place;
