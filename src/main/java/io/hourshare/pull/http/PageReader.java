package io.hourshare.pull.http;

import io.hourshare.land.Content;
import java.io.IOException;

/** Reads a landed page just enough to know whether it is whole and what comes next; never the whole in memory. */
interface PageReader {

    PageFacts read(Content page) throws IOException;
}
