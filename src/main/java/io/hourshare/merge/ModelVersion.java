package io.hourshare.merge;

import io.hourshare.contract.Feed;
import io.hourshare.contract.SqlModel;
import io.hourshare.contract.Survivorship;
import io.hourshare.kernel.Digest;
import java.util.List;
import java.util.stream.Collectors;

/** Names the rules that made a value: those of its feed, and those by which it was chosen. */
final class ModelVersion {

    private final String merge;

    ModelVersion(String generation, List<SqlModel> models, Survivorship survivorship) {
        this.merge = generation
                + models.stream()
                        .map(model -> model.name() + " " + model.sql())
                        .sorted()
                        .collect(Collectors.joining())
                + survivorship.text();
    }

    /** Changes with the feed's contract or mapping, with the merge, and with nothing else. */
    String of(Feed feed) {
        return Digest.of(List.of(merge, feed.digest().hex())).short8();
    }

    /** Of values that operators decided on. */
    String ofDecisions() {
        return Digest.of(List.of(merge)).short8();
    }
}
