/** What is true in the town: enterprises, their names, codes, addresses and lives, by seed and hour. */
@org.jspecify.annotations.NullMarked
package io.hourshare.sandbox.world;
