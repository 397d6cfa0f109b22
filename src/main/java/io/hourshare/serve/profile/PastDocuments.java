package io.hourshare.serve.profile;

import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.ServedVersion;
import java.util.Optional;
import java.util.function.Predicate;

/** Knows what the document of an enterprise was in an hour that was published before. */
public interface PastDocuments {

    /**
     * The document as it was known, without what was repaired, revoked or has expired since.
     *
     * @param today the document that is served now; empty where the enterprise is not there any more
     * @param shown whether a dated record with this key is shown for any enterprise today
     * @throws RefusedException where that hour was not published or is not kept
     */
    Past asOf(
            String enterpriseId,
            Optional<String> today,
            ServedVersion served,
            HourWindow hour,
            Predicate<String> shown);

    /**
     * @param version the publication that was served for the hour
     * @param body empty where the enterprise was not known then
     */
    record Past(ServedVersion version, Optional<String> body) {}
}
