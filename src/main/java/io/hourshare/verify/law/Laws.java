package io.hourshare.verify.law;

import io.hourshare.verify.Sources;
import java.util.List;

/** All laws that are counted. */
public final class Laws {

    private Laws() {}

    public static List<LawCount> all(Sources sources) {
        return List.of(
                new ChainLaw(sources.anchor()),
                new BytesLaw(sources),
                new RowsLaw(),
                new AssignmentLaw(),
                new EntityLaw(),
                new EvidenceLaw(new ClaimTrace(sources)),
                new VersionLaw(),
                new WindowLaw(),
                new OnceLaw(),
                new ReplayLaw(sources));
    }
}
