package io.hourshare.serve.search;

/** Which enterprises a search looks at: the park's, which the counter serves, or the whole county's. */
public enum Scope {
    PARK("本园区"),
    COUNTY("全县");

    private final String title;

    Scope(String title) {
        this.title = title;
    }

    /** What it is called on the screen. */
    public String title() {
        return title;
    }
}
