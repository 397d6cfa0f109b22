/** What is not as usual in a delivery: its columns, its values, its size. Figures in, findings out; no SQL, no files. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.anomaly;
