/** What an operator does about windows: run, replay, waive, pause, decide on what is held. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.run;
