package io.hourshare.operate.retention;

import io.hourshare.contract.Catalogue;
import io.hourshare.land.Retention;
import io.hourshare.operate.retention.RetentionView.Going;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.store.DataRoot;
import java.util.List;

/** What an operator sees of retention, and letting go by hand what may be kept no longer. */
public final class RetentionDesk {

    private final Retention retention;
    private final Catalogue catalogue;
    private final DataRoot root;

    public RetentionDesk(Retention retention, Catalogue catalogue, DataRoot root) {
        this.root = root;
        this.retention = retention;
        this.catalogue = catalogue;
    }

    /** Every feed, sorted. */
    public List<RetentionView> feeds() {
        return retention.feeds(retention.feeds()).stream()
                .map(kept -> RetentionView.of(kept, catalogue))
                .toList();
    }

    /** How much the data root holds now. */
    public DiskUse disk() {
        return DiskUse.of(root.path());
    }

    /** What would go now; nothing is done. */
    public List<Going> preview() {
        return retention.due().stream().map(Going::of).toList();
    }

    /** Lets go what may be kept no longer, and only that. */
    public List<Going> end(String actor, String reason) {
        if (reason.isBlank()) {
            throw new RunRefusedException("reason-missing", "缺少事由（reason）；请说明为什么现在就销毁");
        }
        return retention.end(actor, reason.strip()).stream().map(Going::of).toList();
    }
}
