/** The laws, one class each, counted from files. */
@org.jspecify.annotations.NullMarked
package io.hourshare.verify.law;
