package io.hourshare.evidence;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.LogicalType;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.RecordReplay;
import io.hourshare.normalize.RecordReplay.Replayed;
import io.hourshare.normalize.kept.UsedMappings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Traces published values to their bytes or cells and computes them again: what differs is wrong. */
public final class ValueTrace {

    private final PublishedClaims claims;
    private final RecordReplay replay;
    private final UsedMappings mappings;
    private final Map<String, LogicalType> types;

    public ValueTrace(PublishedClaims claims, RecordReplay replay, UsedMappings mappings, Catalogue catalogue) {
        this.claims = claims;
        this.replay = replay;
        this.mappings = mappings;
        this.types = Optional.ofNullable(catalogue.entities().get(CanonicalEntity.ENTERPRISE)).stream()
                .flatMap(entity -> entity.fields().stream())
                .collect(Collectors.toMap(CanonicalField::name, CanonicalField::type));
    }

    /**
     * What tracing gave.
     *
     * @param traced values by feed
     * @param wrong values whose bytes do not give them again
     */
    public record Traced(Map<String, Long> traced, List<Wrong> wrong) {

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

    /** Traces so many values of the served snapshot, spread evenly over it. */
    public Traced sample(int number) {
        Map<Source, List<Claim>> bySource = new TreeMap<>(Comparator.comparing(Source::object)
                .thenComparing(Source::window)
                .thenComparing(Source::feed)
                .thenComparing(source -> String.valueOf(source.mapping())));
        for (Claim claim : claims.sample(number)) {
            if (!replay.isKept(String.valueOf(claim.object()))) {
                continue;
            }
            Source source = new Source(
                    claim.feed(),
                    Objects.requireNonNull(claim.window(), "window of a claim with an object"),
                    Objects.requireNonNull(claim.object()),
                    claim.mapping());
            bySource.computeIfAbsent(source, fresh -> new ArrayList<>()).add(claim);
        }
        List<Wrong> wrong = new ArrayList<>();
        Map<String, Long> traced = new TreeMap<>();
        bySource.forEach((source, all) -> {
            wrong.addAll(trace(source, all));
            traced.merge(source.feed().toString(), (long) all.size(), Long::sum);
        });
        return new Traced(traced, wrong);
    }

    private List<Wrong> trace(Source source, List<Claim> all) {
        List<Long> places = all.stream()
                .map(Claim::place)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Replayed> records = new HashMap<>();
        mappings.of(source.feed(), source.mapping())
                .ifPresent(used -> replay.replay(used, source.window(), source.object(), places)
                        .forEach(record -> records.put(record.place() + " " + record.key(), record)));
        List<Wrong> wrong = new ArrayList<>();
        for (Claim claim : all) {
            String cause = compare(claim, records.get(claim.place() + " " + claim.recordKey()));
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

    private @Nullable String compare(Claim claim, @Nullable Replayed record) {
        if (record == null) {
            return "该位置没有这条记录";
        }
        String again = record.values().get(claim.attribute());
        if (again == null) {
            return "该记录没有这个取值";
        }
        return same(claim, again) ? null : "重新计算的取值不同";
    }

    private boolean same(Claim claim, String again) {
        if (types.get(claim.attribute()) == LogicalType.NUMBER) {
            return new BigDecimal(claim.value()).compareTo(new BigDecimal(again)) == 0;
        }
        return claim.value().equals(again);
    }
}
