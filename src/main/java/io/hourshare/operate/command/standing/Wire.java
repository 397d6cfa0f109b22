package io.hourshare.operate.command.standing;

import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.balance.BalanceLine;
import io.hourshare.operate.freshness.FeedFreshness;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives what the ledger says the same form as the REST interface. */
public final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Wire() {}

    public static JsonNode freshness(List<FeedFreshness> feeds) {
        return JSON.valueToTree(feeds);
    }

    public static JsonNode balance(HourWindow window, List<BalanceLine> lines) {
        return JSON.valueToTree(Map.of("window", window.label(), "items", lines));
    }
}
