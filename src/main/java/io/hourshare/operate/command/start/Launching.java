package io.hourshare.operate.command.start;

/** A command that starts the application and hands it every option it does not know itself. */
public interface Launching {}
