package io.hourshare.sandbox.world;

import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.RegistrationNumber;
import io.hourshare.kernel.Uscc;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * The numbers of one enterprise, all with right check characters.
 *
 * @param uscc unified code, empty for an old enterprise that never exchanged its licence
 * @param registration fifteen-digit registration number, empty for those founded after unified codes came
 * @param taxNumber what the tax authority files it under: the unified code, or region and organisation code
 * @param legacy whether it was founded before unified codes came
 */
public record Codes(
        String uscc, String organisation, String registration, String taxNumber, String entityId, boolean legacy) {

    private static final LocalDate UNIFIED_CODES = LocalDate.of(2015, 10, 1);
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final long SPACE = 887_503_681L; // 31^6
    private static final long OLD_SPACE = 90_000_000L;
    private static final long STRIDE = 48_271L;

    /** A number with leading zeros; {@code String.format} is slow enough to be felt at the start of a town. */
    public static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    static Codes of(long seed, long number, Kind kind, Region region, LocalDate founded) {
        Dice dice = Dice.of(seed, "codes", number);
        boolean legacy = founded.isBefore(UNIFIED_CODES);
        String organisation = legacy ? oldOrganisation(seed, number) : newOrganisation(seed, number);
        String uscc = uscc(kind.prefix() + authority(dice, region) + organisation);
        boolean exchanged = !legacy || !dice.chance(0.04);
        String taxRegion = dice.chance(0.15) ? region.code().substring(0, 4) + "01" : region.code();
        boolean oldTaxNumber = legacy && (!exchanged || dice.chance(0.12));
        return new Codes(
                exchanged ? uscc : "",
                organisation,
                legacy || number % Traits.GENERATIONS == 0 && dice.chance(0.2)
                        ? registration(region, kind, number)
                        : "",
                oldTaxNumber ? taxRegion + organisation : uscc,
                region.code().substring(0, 4)
                        + Codes.padded(Long.remainderUnsigned(dice.next(), 1_0000_0000_0000_0000L), 16),
                legacy);
    }

    /** Region of the authority that registered it: the county's, now and then the city's or the province's. */
    private static String authority(Dice dice, Region region) {
        String county = region.code();
        return switch (dice.below(40)) {
            case 0 -> county.substring(0, 2) + "0000";
            case 1, 2 -> county.substring(0, 4) + "00";
            default -> county;
        };
    }

    /** Number of the enterprise that bears an organisation code; some number that bears it not, for foreign codes. */
    static long numberOf(long seed, String organisation) {
        if (!organisation.startsWith("MA")) {
            long place = Long.parseLong(organisation.substring(0, 8)) - 10_000_000L;
            return unscattered(seed, place, OLD_SPACE) * Traits.GENERATIONS;
        }
        long place = 0;
        for (char c : organisation.substring(2, 8).toCharArray()) {
            place = place * 31 + ALPHABET.indexOf(c);
        }
        return unscattered(seed, place, SPACE);
    }

    // A stride that shares no factor with the space visits every place once before any comes back.
    private static long scattered(long seed, long number, long space) {
        return Math.floorMod(Math.floorMod(seed, space) * 7919 + number * STRIDE, space);
    }

    private static long unscattered(long seed, long place, long space) {
        BigInteger size = BigInteger.valueOf(space);
        long number = BigInteger.valueOf(place - Math.floorMod(seed, space) * 7919)
                .multiply(BigInteger.valueOf(STRIDE).modInverse(size))
                .mod(size)
                .longValue();
        return number > space / 2 ? number - space : number;
    }

    private static String newOrganisation(long seed, long number) {
        long place = scattered(seed, number, SPACE);
        char[] body = new char[6];
        for (int i = 5; i >= 0; i--) {
            body[i] = ALPHABET.charAt((int) (place % 31));
            place /= 31;
        }
        return withCheck("MA" + new String(body));
    }

    private static String oldOrganisation(long seed, long number) {
        long place = scattered(seed, Math.floorDiv(number, (long) Traits.GENERATIONS), OLD_SPACE);
        return withCheck(Long.toString(10_000_000L + place));
    }

    private static String withCheck(String body) {
        return body + OrganisationCode.checkCharacter(body);
    }

    private static String uscc(String body) {
        return body + Uscc.checkCharacter(body);
    }

    private static String registration(Region region, Kind kind, long number) {
        String body = region.code()
                + kind.sequenceStart()
                + padded(Math.floorMod(Math.floorDiv(number, (long) Traits.GENERATIONS), 10_000_000L), 7);
        return body + RegistrationNumber.checkDigit(body);
    }
}
