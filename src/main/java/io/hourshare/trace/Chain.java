package io.hourshare.trace;

import java.util.List;

/**
 * The way of one feed's window from the source's file to the snapshot.
 *
 * @param says in Chinese, which stretch took longest
 */
public record Chain(String feed, String title, String window, List<Hop> hops, String says) {

    public Chain {
        hops = List.copyOf(hops);
    }
}
