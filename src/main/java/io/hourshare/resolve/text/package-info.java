/** Characters as people write them: classes of sound, shape and width, and lists of words. */
@org.jspecify.annotations.NullMarked
package io.hourshare.resolve.text;
