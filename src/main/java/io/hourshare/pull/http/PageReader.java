package io.hourshare.pull.http;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a landed page just enough to know whether it is whole and what comes next; never the whole in memory. */
interface PageReader {

    PageFacts read(Path page) throws IOException;
}
