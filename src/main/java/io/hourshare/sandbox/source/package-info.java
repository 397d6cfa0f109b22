/** What each department's system holds of the town, with the dirt that such systems hold. */
@org.jspecify.annotations.NullMarked
package io.hourshare.sandbox.source;
