/** What a department hands in: drafted, tried, checked, uploaded, given back. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.feed;
