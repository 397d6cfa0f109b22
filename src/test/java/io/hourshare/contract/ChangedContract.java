package io.hourshare.contract;

import io.hourshare.kernel.FeedId;
import java.util.List;
import java.util.Map;

/** A contract as it is but for its name, its mode, its fields, what it watches, or its rules of quality. */
public final class ChangedContract {

    private ChangedContract() {}

    public static FeedContract named(FeedContract contract, FeedId id) {
        return of(
                contract,
                id,
                contract.mode(),
                contract.deletion(),
                contract.fields(),
                contract.watches(),
                contract.quality());
    }

    public static FeedContract delivered(FeedContract contract, FeedMode mode, DeletionRule deletion) {
        return of(contract, contract.id(), mode, deletion, contract.fields(), contract.watches(), contract.quality());
    }

    public static FeedContract withFields(FeedContract contract, List<SourceField> fields) {
        return of(
                contract,
                contract.id(),
                contract.mode(),
                contract.deletion(),
                fields,
                contract.watches(),
                contract.quality());
    }

    public static FeedContract watching(FeedContract contract, Map<Watch, Boolean> watches) {
        return of(contract, contract.id(), contract.mode(), contract.deletion(), contract.fields(), watches, List.of());
    }

    public static FeedContract judgedBy(FeedContract contract, List<QualityRule> quality) {
        return of(contract, contract.id(), contract.mode(), contract.deletion(), contract.fields(), Map.of(), quality);
    }

    private static FeedContract of(
            FeedContract contract,
            FeedId id,
            FeedMode mode,
            DeletionRule deletion,
            List<SourceField> fields,
            Map<Watch, Boolean> watches,
            List<QualityRule> quality) {
        return new FeedContract(
                id,
                contract.title(),
                contract.version(),
                fields,
                mode,
                deletion,
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
