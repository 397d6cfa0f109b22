/** The balance sheet of every feed and window. */
@org.springframework.modulith.NamedInterface("balance")
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.balance;
