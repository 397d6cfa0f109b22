/** The command line: one jar, words that serve, show, check and run. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command;
