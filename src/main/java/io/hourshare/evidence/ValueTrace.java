package io.hourshare.evidence;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Engine;
import io.hourshare.evidence.PublishedValues.Drawn;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.RecordReplay;
import io.hourshare.normalize.RecordReplay.Replayed;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Traces published values to their bytes or cells and computes them again: what differs is wrong. */
public final class ValueTrace {

    private final PublishedValues values;
    private final RecordReplay replay;
    private final UsedMappings mappings;

    ValueTrace(PublishedValues values, RecordReplay replay, UsedMappings mappings) {
        this.values = values;
        this.replay = replay;
        this.mappings = mappings;
    }

    /** Over the served profiles of a data root. */
    public static ValueTrace of(
            PublishedClaims claims,
            RecordReplay replay,
            UsedMappings mappings,
            Catalogue catalogue,
            DataRoot root,
            Engine engine,
            Ledger ledger) {
        return new ValueTrace(new PublishedValues(catalogue, root, engine, ledger, claims), replay, mappings);
    }

    /**
     * What tracing gave.
     *
     * @param traced values by feed
     * @param kinds values by what they are of: an entity, or the identity
     * @param wrong values whose bytes do not give them again
     */
    public record Traced(Map<String, Long> traced, Map<String, Long> kinds, List<Wrong> wrong) {

        public long total() {
            return traced.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A value that its bytes do not give again; names no value. */
    public record Wrong(String enterpriseId, String attribute, String feed, String position, String cause) {}

    private record Source(
            FeedId feed,
            HourWindow window,
            String object,
            @Nullable String mapping) {}

    /** Traces so many believed fields of the served snapshot, drawn by lot. */
    public Traced sample(int number) {
        return trace(values.fields(number));
    }

    /** As {@link #sample}, codes of identities and values of satellites among them. */
    public Traced sampleOfEveryKind(int number) {
        return trace(values.ofEveryKind(number));
    }

    private Traced trace(List<Drawn> sample) {
        Map<Source, List<Drawn>> bySource = new TreeMap<>(Comparator.comparing(Source::object)
                .thenComparing(Source::window)
                .thenComparing(Source::feed)
                .thenComparing(source -> String.valueOf(source.mapping())));
        for (Drawn drawn : sample) {
            Claim claim = drawn.claim();
            if (replay.isKept(String.valueOf(claim.object()))) {
                Source source = new Source(
                        claim.feed(),
                        Objects.requireNonNull(claim.window(), "window of a claim with an object"),
                        Objects.requireNonNull(claim.object()),
                        claim.mapping());
                bySource.computeIfAbsent(source, fresh -> new ArrayList<>()).add(drawn);
            }
        }
        List<Wrong> wrong = new ArrayList<>();
        Map<String, Long> traced = new TreeMap<>();
        Map<String, Long> kinds = new TreeMap<>();
        bySource.forEach((source, all) -> {
            wrong.addAll(trace(source, all));
            traced.merge(source.feed().toString(), (long) all.size(), Long::sum);
            all.forEach(one -> kinds.merge(one.kind(), 1L, Long::sum));
        });
        return new Traced(traced, kinds, wrong);
    }

    private List<Wrong> trace(Source source, List<Drawn> all) {
        List<Long> places = all.stream()
                .map(drawn -> drawn.claim().place())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Replayed> records = new HashMap<>();
        mappings.of(source.feed(), source.mapping())
                .ifPresent(used -> replay.replay(used, source.window(), source.object(), places)
                        .forEach(record -> records.put(record.place() + " " + record.key(), record)));
        List<Wrong> wrong = new ArrayList<>();
        for (Drawn drawn : all) {
            Claim claim = drawn.claim();
            String cause = compare(drawn, records.get(claim.place() + " " + claim.recordKey()));
            if (cause != null) {
                wrong.add(new Wrong(
                        claim.enterpriseId(),
                        claim.attribute(),
                        claim.feed().toString(),
                        source.object() + "@" + claim.place(),
                        cause));
            }
        }
        return wrong;
    }

    private static @Nullable String compare(Drawn drawn, @Nullable Replayed record) {
        if (record == null) {
            return "该位置没有这条记录";
        }
        String again = record.values().get(drawn.claim().attribute());
        if (again == null) {
            return "该记录没有这个取值";
        }
        return same(drawn, again) ? null : "重新计算的取值不同";
    }

    private static boolean same(Drawn drawn, String again) {
        String value = drawn.claim().value();
        return drawn.type() == LogicalType.NUMBER
                ? new BigDecimal(value).compareTo(new BigDecimal(again)) == 0
                : value.equals(again);
    }
}
