/** hourshare: one enterprise profile from five departments, every hour. */
@org.jspecify.annotations.NullMarked
package io.hourshare;
