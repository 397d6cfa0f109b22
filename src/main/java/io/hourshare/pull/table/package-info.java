/** Reading database views. */
@org.jspecify.annotations.NullMarked
package io.hourshare.pull.table;
