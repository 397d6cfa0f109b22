/** How pages look and speak: size, light, language. */
@org.jspecify.annotations.NullMarked
package io.hourshare.web.display;
