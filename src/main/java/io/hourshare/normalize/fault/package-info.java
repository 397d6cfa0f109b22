/** What can be wrong with a record, said in words that a department understands. */
@org.springframework.modulith.NamedInterface("fault")
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.fault;
