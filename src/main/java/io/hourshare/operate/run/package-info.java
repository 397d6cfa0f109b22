/** Operators' runs: what may be asked, what it would touch, what became of it. */
@org.springframework.modulith.NamedInterface("run")
@org.jspecify.annotations.NullMarked
package io.hourshare.operate.run;
