/** What one hour leaves to the next: rows that were weighed, and numbers that hold for the day. */
@org.jspecify.annotations.NullMarked
package io.hourshare.resolve.memory;
