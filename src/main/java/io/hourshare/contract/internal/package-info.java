/** How catalogue files are parsed, checked and read; nothing here is for other modules. */
@org.jspecify.annotations.NullMarked
package io.hourshare.contract.internal;
