/** The SQL models in their order, the Java rules that they call, and what they learn from the records. */
@org.jspecify.annotations.NullMarked
package io.hourshare.resolve.model;
