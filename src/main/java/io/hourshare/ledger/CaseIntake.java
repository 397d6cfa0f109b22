package io.hourshare.ledger;

import io.hourshare.access.Caller;
import java.util.Map;

/** Fills in what a new case's opener need not know, or refuses the case; at most one for each ledger. */
public interface CaseIntake {

    /** Name of the ledger. */
    String ledger();

    /**
     * @param details as given
     * @return what the case is opened with
     * @throws CaseRefusedException where there can be no such case
     */
    Map<String, String> complete(Map<String, String> details, Caller opener);
}
