/** What a command says: text, tables, complaints, the exit status. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.terminal;
