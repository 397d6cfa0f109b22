/** Numbers of enterprises: read into their families, and repaired. */
@org.jspecify.annotations.NullMarked
package io.hourshare.resolve.number;
