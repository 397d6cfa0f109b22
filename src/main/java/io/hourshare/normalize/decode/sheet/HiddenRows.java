package io.hourshare.normalize.decode.sheet;

import io.hourshare.normalize.decode.layout.Layout;
import java.util.Locale;

/** What to do with rows that a workbook hides: a filter hides good ones, a person hides those that no longer hold. */
enum HiddenRows {
    /** Read as any other. */
    KEEP,
    /** Read, with a warning. */
    WARN,
    /** Set aside. */
    QUARANTINE;

    static HiddenRows of(Layout layout) {
        return valueOf(layout.option("hidden", "warn").toUpperCase(Locale.ROOT));
    }
}
