/** Guesses the files of a new feed from a sample of its data. */
@org.jspecify.annotations.NullMarked
package io.hourshare.contract.draft;
