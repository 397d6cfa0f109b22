package io.hourshare.contract;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;

/**
 * A feed as its three files say.
 *
 * @param digest of the contract, the job and the code lists it uses: what decides how landed bytes are normalized
 */
public record Feed(FeedContract contract, RouteInstance route, FeedJob job, Digest digest) {

    public FeedId id() {
        return contract.id();
    }
}
