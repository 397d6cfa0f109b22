/** Paper: an enterprise's profile as a PDF that says who printed it, when and for what. */
@org.jspecify.annotations.NullMarked
package io.hourshare.web.print;
