/** What can be wrong with a record, said in words that a department understands. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.fault;
