package io.hourshare.operate.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * A feed's window that a run would touch.
 *
 * @param state how it stands now; {@code DUE} where it was never tried
 * @param reads landed files that are read again; none where the department is asked
 * @param replaces adopted files that the outcome stands in for; they stay where they are. Of a replay of returned
 *     records these are the files of the returned records alone
 * @param rows records of what is read or replaced, where they are known
 */
public record PlannedSlot(
        @JsonSerialize(using = ToStringSerializer.class) FeedId feed,
        String title,
        @JsonSerialize(using = ToStringSerializer.class) HourWindow window,
        String state,
        List<String> reads,
        List<String> replaces,
        @Nullable Long rows) {

    public PlannedSlot {
        reads = List.copyOf(reads);
        replaces = List.copyOf(replaces);
    }

    /** {@code feed@window}. */
    @JsonIgnore
    public String label() {
        return feed + "@" + window;
    }
}
