package io.hourshare.verify;

import java.io.IOException;

/** Counts one law. */
interface LawCount {

    Law law();

    /** The cheapest level that counts it. */
    Level from();

    void count(Subject subject, Findings findings) throws IOException;
}
