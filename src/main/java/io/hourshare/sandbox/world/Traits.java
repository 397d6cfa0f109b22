package io.hourshare.sandbox.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What stays the same with one enterprise all its life. */
record Traits(
        long slot,
        long generation,
        long number,
        Kind kind,
        Codes codes,
        Region region,
        String town,
        Industry industry,
        LocalDate founded,
        Instant bornAt,
        BigDecimal capital,
        int people,
        int scale,
        String representative,
        Status lastingStatus,
        boolean inPark,
        long headSlot) {

    private static final List<Industry> PLANTS = Industry.ofPlants();
    private static final List<Industry> FARMS = Industry.ofFarms();
    private static final List<Industry> SHOPS = Naming.ofShops();
    static final int GENERATIONS = 256;

    /** Out of a hundred, in the order of {@link Kind}. */
    private static final int[] PARK_KINDS = {62, 16, 4, 6, 4, 6, 0, 2};

    private static final int[] COUNTY_KINDS = {50, 14, 1, 2, 3, 4, 3, 23};
    private static final int[] SCALES = {45, 40, 12, 3};

    static Traits of(World world, long slot, long generation, Instant bornAt) {
        long number = slot * GENERATIONS + Math.floorMod(generation, (long) GENERATIONS);
        Dice dice = Dice.of(world.seed(), "traits", number);
        Kind kind = kind(world, slot, generation);
        boolean inPark = slot >= 0 && slot < world.park();
        Region region = region(dice, slot, inPark);
        LocalDate founded = generation == 0 ? longAgo(dice) : World.day(bornAt);
        int scale = scale(dice, kind);
        return new Traits(
                slot,
                generation,
                number,
                kind,
                Codes.of(world.seed(), number, kind, region, founded),
                region,
                inPark ? region.towns().get(1) : dice.pick(region.towns()),
                industry(dice, kind, slot, inPark),
                founded,
                bornAt,
                capital(dice, kind, scale),
                people(dice, kind, scale),
                scale,
                Words.person(dice),
                lastingStatus(dice, founded),
                inPark,
                kind == Kind.BRANCH ? dice.below(world.enterprises()) : slot);
    }

    /** What the enterprise of a slot is in law. */
    static Kind kind(World world, long slot, long generation) {
        Dice dice = Dice.of(world.seed(), "kind", slot, generation);
        if (slot < 0) {
            return Kind.COMPANY;
        }
        return Kind.values()[dice.weighted(slot < world.park() ? PARK_KINDS : COUNTY_KINDS)];
    }

    EnterpriseName name(World world, long version, Instant asOf) {
        Naming naming = new Naming(world.seed());
        if (kind == Kind.BRANCH) {
            return naming.branch(world.head(headSlot, asOf).name(), number, region, town);
        }
        long twin = twin(world, version);
        if (twin != slot && region != Region.HOME) {
            // The same brand, trade and form in two counties: names are unique in one county only.
            EnterpriseName other = Traits.of(world, twin, 0, Instant.EPOCH).name(world, 0, asOf);
            return new EnterpriseName(region.name(), other.brand(), other.trade(), other.form(), false, other.tail());
        }
        return naming.name(this, version);
    }

    private long twin(World world, long version) {
        return version == 0 && slot >= world.park() && slot % 3 == 1 && kind != Kind.INDIVIDUAL
                ? slot % world.park()
                : slot;
    }

    Address address(World world, long version) {
        Dice dice = Dice.of(world.seed(), "address", number, version);
        if (inPark) {
            return parkAddress(dice);
        }
        if (dice.chance(0.05)) {
            String road = region.roads().get(0);
            return new Address(
                    region,
                    town,
                    road,
                    1188,
                    "科创园" + dice.oneOf("A", "B") + "座" + dice.between(3, 18) + "0" + dice.between(1, 9) + "室",
                    "");
        }
        String door = dice.chance(0.5)
                ? ""
                : dice.between(1, 12) + "幢"
                        + (dice.chance(0.5) ? "" : dice.between(1, 5) + "0" + dice.between(1, 9) + "室");
        return new Address(region, town, dice.pick(region.roads()), dice.between(1, 2200), door, "");
    }

    private Address parkAddress(Dice dice) {
        if (dice.chance(0.2)) {
            String room = dice.between(2, 12) + "0" + dice.between(1, 9);
            return new Address(
                    region, town, "平善大道", 988, "智创孵化园" + dice.between(1, 4) + "号楼" + room + "室", "孵化园" + room);
        }
        int house = dice.between(1, 9);
        boolean shared = dice.chance(0.4);
        String floor = dice.oneOf("一层", "二层东", "二层西", "三层");
        String plot = shared ? house + "#厂房" + floor : dice.oneOf("A", "B", "C") + "-" + dice.between(1, 40);
        String door = shared ? house + "幢" + floor : "";
        return new Address(region, town, dice.pick(region.roads().subList(0, 6)), dice.between(100, 1600), door, plot);
    }

    private static Region region(Dice dice, long slot, boolean inPark) {
        if (slot < 0) {
            return dice.pick(Region.AFAR);
        }
        return inPark || !dice.chance(0.07) ? Region.HOME : dice.pick(Region.NEIGHBOURS);
    }

    private static LocalDate longAgo(Dice dice) {
        int year = dice.chance(0.35) ? dice.between(1993, 2015) : dice.between(2015, 2024);
        return LocalDate.of(year, dice.between(1, 12), dice.between(1, 28));
    }

    private static Industry industry(Dice dice, Kind kind, long slot, boolean inPark) {
        if (kind == Kind.COOPERATIVE) {
            return dice.pick(FARMS);
        }
        if (kind == Kind.INDIVIDUAL) {
            return dice.pick(SHOPS);
        }
        if (Naming.isPopular(slot)) {
            return Naming.popularIndustry(slot);
        }
        return inPark && !dice.chance(0.2) ? dice.pick(PLANTS) : dice.pick(Industry.all());
    }

    private static int scale(Dice dice, Kind kind) {
        if (kind == Kind.INDIVIDUAL || kind == Kind.PARTNERSHIP) {
            return 0;
        }
        return dice.weighted(SCALES);
    }

    private static BigDecimal capital(Dice dice, Kind kind, int scale) {
        if (kind == Kind.INDIVIDUAL) {
            return BigDecimal.valueOf(dice.between(1, 30));
        }
        return switch (scale) {
            case 0 -> BigDecimal.valueOf(dice.oneOf(10, 30, 50, 100, 100, 200));
            case 1 -> BigDecimal.valueOf(dice.oneOf(300, 500, 500, 800, 1000, 1080));
            case 2 -> BigDecimal.valueOf(dice.oneOf(2000, 3000, 5000, 6800));
            default -> BigDecimal.valueOf(dice.oneOf(10_000, 15_000, 32_000, 50_000));
        };
    }

    private static int people(Dice dice, Kind kind, int scale) {
        if (kind == Kind.INDIVIDUAL) {
            return dice.between(1, 6);
        }
        return switch (scale) {
            case 0 -> dice.between(2, 19);
            case 1 -> dice.between(20, 290);
            case 2 -> dice.between(300, 980);
            default -> dice.between(1000, 4200);
        };
    }

    private static Status lastingStatus(Dice dice, LocalDate founded) {
        boolean old = founded.getYear() < 2016;
        if (dice.chance(old ? 0.08 : 0.03)) {
            return Status.CANCELLED;
        }
        return dice.chance(old ? 0.05 : 0.01) ? Status.REVOKED : Status.ACTIVE;
    }
}
