package io.hourshare.verify.law;

import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import java.io.IOException;

/** Counts one law. */
public interface LawCount {

    Law law();

    /** The cheapest level that counts it. */
    Level from();

    void count(Subject subject, Findings findings) throws IOException;
}
