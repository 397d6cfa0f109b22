/** Tables that people take away: workbooks and CSV that open right in a spreadsheet. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.hourshare.sheet;
