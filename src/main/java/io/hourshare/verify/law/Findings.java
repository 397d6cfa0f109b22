package io.hourshare.verify.law;

import io.hourshare.verify.Finding;
import io.hourshare.verify.Finding.Severity;
import io.hourshare.verify.Law;
import io.hourshare.verify.LawResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the count of one law comes to. Not safe for use by several threads. */
public final class Findings {

    /** Beyond this many they say nothing new; the number goes on counting. */
    private static final int SHOWN = 500;

    private final Law law;
    private final List<Finding> shown = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private long checked;
    private long broken;
    private long warnings;
    private long destroyed;

    public Findings(Law law) {
        this.law = law;
    }

    /** So many more things were counted. */
    void checked(long count) {
        checked += count;
    }

    void broken(String scope, Object expected, Object found, String file, @Nullable Long row) {
        broken++;
        keep(new Finding(law, Severity.BROKEN, scope, expected.toString(), found.toString(), file, row));
    }

    void warning(String scope, Object expected, Object found, String file) {
        warnings++;
        keep(new Finding(law, Severity.WARNING, scope, expected.toString(), found.toString(), file, null));
    }

    /** So many landed files or batches are gone by rule, which breaks nothing. */
    void destroyed(long count) {
        destroyed += count;
    }

    /** Says that both sides are equal, or that the law is broken. */
    void equal(String scope, Object expected, Object found, String file) {
        checked++;
        if (!expected.equals(found)) {
            broken(scope, expected, found, file, null);
        }
    }

    /** Something could not be counted at all. */
    public void unchecked(String why) {
        unchecked.add(why);
    }

    public LawResult result() {
        return new LawResult(law, checked, broken, warnings, destroyed, shown, unchecked);
    }

    private void keep(Finding finding) {
        if (shown.size() < SHOWN) {
            shown.add(finding);
        }
    }
}
