/** Taking files from folders, near and far. */
@org.jspecify.annotations.NullMarked
package io.hourshare.pull.folder;
