package io.hourshare.pull.http;

import java.net.URI;
import java.util.Map;

/** What is sent for a page: address, headers, body. */
interface Request {

    String method();

    URI address(Paging paging);

    byte[] body(Paging paging);

    Map<String, String> headers();

    /** Name that the page lands under. */
    String name(Paging paging);

    /** A fresh beginning. */
    Paging paging();
}
