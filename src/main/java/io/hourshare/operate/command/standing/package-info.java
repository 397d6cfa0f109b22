/** How the feeds stand: fresh, balanced, good, in time. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.standing;
