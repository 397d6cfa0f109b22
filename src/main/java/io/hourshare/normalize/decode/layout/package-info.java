/** What a job says of an object, and which of its headings mean which field. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.decode.layout;
