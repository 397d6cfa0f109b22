/** Who is who: questions, decisions, how well it is told. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.identity;
