package io.hourshare.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every list that the interface answers: {@code {"items": […], "next": cursor or null}}.
 *
 * @param next what to send as {@code cursor} for the following page; null on the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ItemList<T>(List<T> items, @Nullable String next) {

    public ItemList {
        items = List.copyOf(items);
    }

    /** A list that is whole. */
    public static <T> ItemList<T> whole(List<T> items) {
        return new ItemList<>(items, null);
    }
}
