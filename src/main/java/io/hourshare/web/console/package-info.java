/** Console pages about what was held back, what went wrong, and how punctual everybody is. */
@org.jspecify.annotations.NullMarked
package io.hourshare.web.console;
