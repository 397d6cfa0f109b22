package io.hourshare.contract;

import java.util.List;
import java.util.Map;

/** A contract as it is but for its fields, what it watches, or its rules of quality. */
public final class ChangedContract {

    private ChangedContract() {}

    public static FeedContract withFields(FeedContract contract, List<SourceField> fields) {
        return of(contract, fields, contract.watches(), contract.quality());
    }

    public static FeedContract watching(FeedContract contract, Map<Watch, Boolean> watches) {
        return of(contract, contract.fields(), watches, List.of());
    }

    public static FeedContract judgedBy(FeedContract contract, List<QualityRule> quality) {
        return of(contract, contract.fields(), Map.of(), quality);
    }

    private static FeedContract of(
            FeedContract contract, List<SourceField> fields, Map<Watch, Boolean> watches, List<QualityRule> quality) {
        return new FeedContract(
                contract.id(),
                contract.title(),
                contract.version(),
                fields,
                contract.mode(),
                contract.deletion(),
                contract.overlap(),
                contract.cycle(),
                contract.promise(),
                contract.replayable(),
                contract.share(),
                contract.shareBasis(),
                contract.purpose(),
                contract.retentionDays(),
                contract.owner(),
                watches,
                quality,
                contract.sealed());
    }
}
