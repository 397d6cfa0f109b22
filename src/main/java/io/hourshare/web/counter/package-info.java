/** The counter's further pages and parts: points to note, doubts, questions, prints. */
@org.jspecify.annotations.NullMarked
package io.hourshare.web.counter;
