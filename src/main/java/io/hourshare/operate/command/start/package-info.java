/** Words that start the service, and what the terminal tells of its hours. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.start;
