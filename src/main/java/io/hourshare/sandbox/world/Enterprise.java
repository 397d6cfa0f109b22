package io.hourshare.sandbox.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One enterprise as it stands at an hour.
 *
 * @param slot its place in the town; negative for enterprises outside the register
 * @param generation which tenant of the slot it is: short-lived enterprises follow each other in one slot
 * @param number slot and generation in one number, the root of all its choices
 * @param formerNames earlier names, newest first, each with the time it was given up
 * @param capital registered capital in 10,000 yuan
 * @param people how many work there
 * @param scale 0 micro, 1 small, 2 medium, 3 large
 * @param changedAt when the register last wrote its row
 * @param headSlot slot of a branch's head, or its own slot
 */
public record Enterprise(
        long slot,
        long generation,
        long number,
        Kind kind,
        Codes codes,
        Region region,
        Industry industry,
        EnterpriseName name,
        List<FormerName> formerNames,
        Address address,
        Status status,
        LocalDate founded,
        Instant foundedAt,
        BigDecimal capital,
        int people,
        int scale,
        String representative,
        Instant changedAt,
        Instant statusSince,
        boolean deleted,
        boolean inPark,
        long headSlot) {

    /** A name given up, and when. */
    public record FormerName(EnterpriseName name, Instant until) {}

    public Enterprise {
        formerNames = List.copyOf(formerNames);
    }

    /** What tells enterprises apart in the truth: the organisation code, which no other enterprise ever has. */
    public String id() {
        return codes.organisation();
    }

    /** Whether it comes and goes within days. */
    public boolean isShortLived() {
        return generation != 0;
    }

    public boolean isRegistered() {
        return slot >= 0;
    }
}
