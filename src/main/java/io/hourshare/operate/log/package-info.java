/** The service's own log: what it may cost. */
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.log;
