package io.hourshare.resolve.model;

import io.hourshare.engine.ScalarRule;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.resolve.name.BlockKeys;
import io.hourshare.resolve.name.NameComparison;
import io.hourshare.resolve.name.NameForm;
import io.hourshare.resolve.name.NameParser;
import io.hourshare.resolve.number.EmptiedValues;
import io.hourshare.resolve.number.NumberReader;
import io.hourshare.resolve.number.NumberRepair;
import io.hourshare.resolve.place.AddressForm;
import io.hourshare.resolve.place.AddressParser;
import io.hourshare.resolve.place.Gazetteer;
import io.hourshare.resolve.text.Characters;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Java rules that the models in {@code jobs/resolve/} call; parts of a result are divided by {@code chr(31)}. */
public final class ResolveRules {

    private static final String PART = "\u001f";
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";

    /** Raised when the rules read something differently, so that nothing read before is taken for it. */
    public static final String GENERATION = "5";

    private final Gazetteer known;
    private volatile Gazetteer regions;
    private volatile NameParser names;
    private volatile AddressParser addresses;
    private final NumberReader numbers = new NumberReader();
    private final NumberRepair repair = new NumberRepair();
    private final BlockKeys keys = new BlockKeys();
    private final NameComparison comparison = new NameComparison();
    private final Characters characters = Characters.shared();

    ResolveRules(Gazetteer known) {
        this.known = known;
        this.regions = known;
        this.names = new NameParser(known);
        this.addresses = new AddressParser(known);
    }

    /** Makes the rule callable that {@code er_source} itself calls. */
    public static void registerReading(Session session) {
        EmptiedValues emptied = new EmptiedValues();
        session.register(rule("emptied_value", 2, arguments -> emptied.of(text(arguments, 0), text(arguments, 1))));
    }

    /** Makes the rules callable; what they read counts once they learnt regions. */
    public static ResolveRules register(Session session, Gazetteer known) {
        ResolveRules rules = new ResolveRules(known);
        rules.register(session);
        return rules;
    }

    /** Adds regions that only the register's addresses know; {@code er_source} must be there. */
    public void learnRegions(Session session, ResolveModels models) {
        learnRegions(session, SiteRegions.of(session, models.sql("register_feed")));
    }

    /** Adds these regions; the relation {@code rule_version} names what counts now. */
    public void learnRegions(Session session, List<Map<String, String>> rows) {
        regions = known.with(rows);
        names = new NameParser(regions);
        addresses = new AddressParser(regions);
        Digest version = Digest.of(List.of(GENERATION, known.digest().hex(), rows.toString()));
        session.execute("create or replace table rule_version as select '" + version.short8() + "' as version");
    }

    private void register(Session session) {
        List.of(
                        rule("name_form", 1, arguments -> nameForm(text(arguments, 0))),
                        rule("name_evidence", 2, arguments -> evidence(text(arguments, 0), text(arguments, 1))),
                        rule("name_keys", 2, arguments -> keys.of(unpack(text(arguments, 0)), text(arguments, 1))),
                        rule("number_claims", 4, numbers::read),
                        rule("number_repairs", 1, arguments -> repair.candidates(text(arguments, 0))),
                        rule("address_form", 1, arguments -> addressForm(text(arguments, 0))),
                        rule("region_form", 1, arguments -> regions.code(characters.fold(text(arguments, 0)))),
                        rule("person_form", 1, arguments -> person(text(arguments, 0))),
                        rule("enterprise_id", 1, arguments -> enterpriseId(text(arguments, 0))),
                        rule("content_number", 1, arguments -> contentNumber(text(arguments, 0))))
                .forEach(session::register);
    }

    /** Sixteen base-32 digits of the anchor's digest, so that two sites agree on an enterprise's id. */
    public static String enterpriseId(String anchor) {
        BigInteger number = new BigInteger(Digest.of(anchor).hex().substring(0, 20), 16);
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            id.append(DIGITS.charAt(number.shiftRight(75 - 5 * i).intValue() & 31));
        }
        return "HS-" + id;
    }

    /** Tells texts apart, and by its sum sets of texts, whatever order they come in; 60 bits. */
    private static String contentNumber(String text) {
        return Long.toString(Long.parseLong(Digest.of(text).hex().substring(0, 15), 16));
    }

    /** A starred name says nothing: what is left of it would differ from every whole one. */
    private String person(String written) {
        String folded = characters.fold(written);
        boolean hidden = written.indexOf('*') >= 0 || written.indexOf('＊') >= 0 || folded.length() < 2;
        return hidden || folded.contains("某") ? "" : folded;
    }

    private String nameForm(String written) {
        NameForm form = names.parse(written);
        return String.join(
                PART,
                form.full(),
                form.region(),
                form.brand(),
                form.industry(),
                form.form(),
                form.tail(),
                form.head(),
                form.alias(),
                characters.sound(form.core()),
                characters.sound(form.brand()));
    }

    private String evidence(String one, String other) {
        NameComparison.Result result = comparison.compare(unpack(one), unpack(other));
        return String.join(
                PART,
                result.level().name().toLowerCase(Locale.ROOT),
                Double.toString(result.distance()),
                result.region() ? "1" : "0",
                result.form() ? "1" : "0",
                result.tail() ? "1" : "0");
    }

    private static NameForm unpack(String packed) {
        if (packed.isEmpty()) {
            return NameForm.NONE;
        }
        String[] parts = packed.split(PART, -1);
        return new NameForm(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
    }

    private String addressForm(String written) {
        AddressForm form = addresses.parse(written);
        return String.join(PART, form.region(), form.street(), form.road(), form.house(), form.building(), form.room());
    }

    private static String text(@Nullable String[] arguments, int at) {
        String argument = arguments[at];
        return argument == null ? "" : argument;
    }

    private static ScalarRule rule(String name, int parameters, Function<@Nullable String[], String> body) {
        return new ScalarRule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int parameters() {
                return parameters;
            }

            @Override
            public String apply(@Nullable String[] arguments) {
                return body.apply(arguments);
            }
        };
    }
}
