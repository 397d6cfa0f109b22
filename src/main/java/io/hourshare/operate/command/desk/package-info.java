/** What a command works on: the data root, its catalogue, the running server or the application alone. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.desk;
