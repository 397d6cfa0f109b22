package io.hourshare.sandbox.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of land that an enterprise holds, with what stands on it.
 *
 * @param parcel 19 characters
 * @param realtyUnit 28 characters
 * @param supplyNumber supervision number of the land's supply
 * @param land square metres of land
 * @param floors square metres of floors, zero for bare land
 */
public record Site(
        long number,
        String parcel,
        String realtyUnit,
        String supplyNumber,
        String certificate,
        BigDecimal land,
        BigDecimal floors,
        LocalDate acquired) {

    /** What the enterprise has held since long; who rents holds nothing. */
    public static List<Site> of(World world, Enterprise it, Instant asOf) {
        Dice dice = Dice.of(world.seed(), "sites", it.number());
        List<Site> sites = new ArrayList<>();
        if (!it.isShortLived() && dice.chance(share(it))) {
            int count = dice.chance(0.2) ? 2 : 1;
            for (int ordinal = 0; ordinal < count; ordinal++) {
                sites.add(site(dice, it, ordinal));
            }
        }
        LocalDate today = World.day(asOf);
        sites.removeIf(site -> !site.acquired.plusDays(1).isBefore(today));
        return sites;
    }

    private static double share(Enterprise it) {
        boolean lasting = it.kind() == Kind.COMPANY || it.kind() == Kind.FOREIGN || it.kind() == Kind.STOCK_COMPANY;
        if (!it.isRegistered()) {
            return 0.5;
        }
        return lasting ? it.inPark() ? 0.55 : 0.14 : 0.03;
    }

    private static Site site(Dice dice, Enterprise it, int ordinal) {
        String county = it.isRegistered() ? it.region().code() : Region.HOME.code();
        String parcel = county
                + String.format("%03d%03d", dice.between(1, 12), dice.between(1, 20))
                + dice.oneOf("GB", "GB", "GB", "JB")
                + Codes.padded(dice.between(1, 99_999), 5);
        boolean built = !dice.chance(0.15);
        LocalDate acquired = it.founded().plusDays(dice.between(90, 900));
        BigDecimal land = BigDecimal.valueOf(dice.between(350_000, 9_800_000), 2);
        return new Site(
                it.number() * 4 + ordinal,
                parcel,
                parcel
                        + (built
                                ? "F" + String.format("%04d%04d", dice.between(1, 12), dice.between(1, 60))
                                : "W00000000"),
                county + acquired.getYear() + "B" + Codes.padded(dice.between(1, 99_999), 5),
                "浙（" + acquired.getYear() + "）" + Region.HOME.name() + "不动产权第"
                        + Codes.padded(dice.between(1, 80_000), 7) + "号",
                land,
                built
                        ? land.multiply(BigDecimal.valueOf(dice.between(60, 220), 2))
                                .setScale(2, RoundingMode.HALF_UP)
                        : BigDecimal.ZERO,
                acquired);
    }
}
