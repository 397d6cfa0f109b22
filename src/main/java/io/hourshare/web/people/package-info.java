/** Pages about who may do what, and who did what. */
@org.jspecify.annotations.NullMarked
package io.hourshare.web.people;
