/** Named rules that turn a source's text into a canonical value. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.convert;
