package io.hourshare.operate.command;

/** A command that starts the application and hands it every option it does not know itself. */
interface Launching {}
