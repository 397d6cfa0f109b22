/** Bytes as text: a window on them, their encodings, what JSON and XML allow, and how reading them ends early. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.decode.text;
