/** Persons: who may act, what they ask for, what they did. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.command.people;
