/** What can be proved of the data, and how long it is kept. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.evidence;
