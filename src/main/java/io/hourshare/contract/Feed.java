package io.hourshare.contract;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;

/**
 * A feed as its three files say.
 *
 * @param digest of the contract, the job and the code lists it uses: what decides how landed bytes are normalized
 */
public record Feed(FeedContract contract, RouteInstance route, FeedJob job, Digest digest) {

    /** What those who load such a feed for the first time have to know, or they take an empty table for a fault. */
    public static final String BY_NAME_ALONE =
            "只凭名称归集：与已知企业名称一致的记录才归入，其余在待核（hourshare identity review），所以第一次同步后的表可能没有记录。请数源加上统一社会信用代码，或先接入登记类的数据源";

    /** Whether its records say whom they are about by name and not by any number. */
    public boolean isByNameAlone() {
        return job.map().stream().map(FieldMapping::canonical).noneMatch(CanonicalEntity.NUMBERS::contains)
                && job.map().stream().anyMatch(mapping -> mapping.canonical().equals("ent_name"));
    }

    public FeedId id() {
        return contract.id();
    }
}
