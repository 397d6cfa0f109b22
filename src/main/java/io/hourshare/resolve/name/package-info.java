/** Names of enterprises: read into their parts, compared, and keyed. */
@org.jspecify.annotations.NullMarked
package io.hourshare.resolve.name;
