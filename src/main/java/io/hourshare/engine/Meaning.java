package io.hourshare.engine;

import org.jspecify.annotations.Nullable;

/** What a function's name leads to in the session that uses the instance now. */
final class Meaning<T> {

    private volatile @Nullable T now;

    Meaning(T first) {
        this.now = first;
    }

    void set(T next) {
        this.now = next;
    }

    void forget() {
        this.now = null;
    }

    T get() {
        T meaning = now;
        if (meaning == null) {
            throw new IllegalStateException("Not registered in this session");
        }
        return meaning;
    }
}
