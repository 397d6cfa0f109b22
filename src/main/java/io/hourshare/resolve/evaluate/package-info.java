/** The hourly models over files of labelled or unlabelled records. */
@org.springframework.modulith.NamedInterface("evaluate")
@org.jspecify.annotations.NullMarked
package io.hourshare.resolve.evaluate;
