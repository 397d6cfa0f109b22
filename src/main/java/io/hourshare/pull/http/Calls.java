package io.hourshare.pull.http;

/** How far a pull over HTTP has come: its paging, and the tries of the present call. */
final class Calls {

    private final Request request;
    private final PageReader reader;
    private Paging paging;
    private final Tries tries = new Tries();

    Calls(Request request, PageReader reader) {
        this.request = request;
        this.reader = reader;
        this.paging = request.paging();
    }

    Request request() {
        return request;
    }

    PageReader reader() {
        return reader;
    }

    Paging paging() {
        return paging;
    }

    void startOver() {
        paging = request.paging();
        tries.succeeded();
    }

    Tries tries() {
        return tries;
    }
}
