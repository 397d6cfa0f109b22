package io.hourshare.normalize.convert;

import io.hourshare.contract.CodeList;
import io.hourshare.contract.LogicalType;
import io.hourshare.kernel.PersonName;
import io.hourshare.normalize.fault.Reason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every rule that job files may name. */
public final class Rules {

    private static final String NATURAL_PERSON = "natural-person";

    private static final CodeList NO_CODES = new CodeList("", "", "", List.of("code", "name"), List.of());

    private final Tokens tokens;
    private final Identifiers identifiers;
    private final Map<CodeList, Map<String, Rule>> indexes = Collections.synchronizedMap(new IdentityHashMap<>());

    public Rules(Tokens tokens) {
        this.tokens = tokens;
        this.identifiers = new Identifiers(tokens);
    }

    /** The rule, fitted to the canonical column's type. */
    public Rule rule(RuleSetting setting) {
        String dropWhen = setting.option("drop-when");
        Rule alone = DateSpan.before(typed(named(setting), setting), setting.option("span"));
        Rule named = setting.option(Neighbours.BEGIN) == null ? alone : Dates.withinMonth(alone);
        Rule kept =
                dropWhen == null ? named : setting.as().equals("name") ? enterprises(named) : dropping(named, dropWhen);
        return setting.option(Neighbours.ONLY_IF) == null ? kept : onlyIf(kept, Wordings.truth(Map.of()));
    }

    /** The rule with its values made tokens. */
    public Rule tokenised(Rule rule) {
        return (text, neighbours) -> {
            Converted converted = rule.convert(text, neighbours);
            String value = converted.text();
            return value == null || value.startsWith(Tokens.PREFIX) ? converted : Converted.value(tokens.token(value));
        };
    }

    /** The rule, with moments after the given one refused: a clock that runs ahead. */
    public static Rule notAfter(Rule rule, Instant latest) {
        String limit =
                LocalDateTime.ofInstant(latest, ZoneOffset.UTC).toString().replace('T', ' ');
        byte[] last = limit.getBytes(StandardCharsets.US_ASCII);
        Rule limited = (text, neighbours) -> {
            Converted moment = rule.convert(text, neighbours);
            String value = moment.text();
            return value != null && value.compareTo(limit) > 0 ? Converted.bad(Reason.CLOCK_AHEAD) : moment;
        };
        return limited.shortened(utf8 -> {
            byte[] moment = rule.usual(utf8);
            return moment != null && Arrays.compare(moment, last) <= 0 ? moment : null;
        });
    }

    /** Of the units that a table's title states, such as {@code 万元、人}, the one that measures the same. */
    public static @Nullable String fitting(@Nullable String stated, @Nullable String target) {
        if (stated == null || target == null) {
            return null;
        }
        return Arrays.stream(stated.split("[,，、;；/及和]"))
                .map(unit -> unit.replaceFirst("^人民币", ""))
                .filter(unit -> Units.convert(BigDecimal.ONE, unit, target).isPresent())
                .findFirst()
                .orElse(null);
    }

    private Rule named(RuleSetting setting) {
        Numbers.Measure measure = new Numbers.Measure(setting.bareUnit(), setting.targetUnit());
        return switch (setting.as()) {
            case "name" -> shortened(Wordings::name, UsualTexts::name);
            case "uscc" -> shortened(identifiers::uscc, UsualValues::uscc);
            case "org-code" -> identifiers::organisationCode;
            case "reg-no" -> shortened(identifiers::registrationNumber, UsualValues::registrationNumber);
            case "taxpayer-id" -> shortened(identifiers::taxpayerId, UsualValues::taxpayerId);
            case "date" -> DateOrder.before(day(setting), setting.option("order"));
            case "timestamp" ->
                DateOrder.before(shortened(Dates::timestamp, UsualValues::timestamp), setting.option("order"));
            case "month" -> Dates::month;
            case "year" -> Dates::year;
            case "long-term" -> shortened(Dates::openEnded, UsualValues::openEnded);
            case "integer" -> quantity(setting, Numbers.integer(measure), UsualValues::integer);
            case "decimal", "area" -> quantity(setting, Numbers.decimal(measure), UsualValues::number);
            case "amount" -> quantity(setting, Numbers.amount(measure), UsualValues::number);
            case "boolean" -> Wordings.truth(truths(setting));
            case "code" -> code(setting);
            case "region" -> {
                String within = words(setting.option("within"));
                CodeList given = usual(setting, "region-history");
                yield indexed(list(setting, "regions"), "region " + within, list -> new Regions(list, given, within));
            }
            case "industry" -> indexed(list(setting, "industries"), "industry", Industries::new);
            case "currency" ->
                indexed(list(setting, "currencies"), "currency", list -> Currencies.currency(Codes.byWord(list)));
            case "operation" -> Wordings::operation;
            case "address" -> shortened(Wordings::address, UsualTexts::half);
            case "person" -> shortened(Wordings::person, UsualTexts::person);
            case "phone" -> Wordings::phone;
            case "realty-unit-no" -> Certificates::realtyUnit;
            case "parcel-code" -> Certificates::parcel;
            case "project-code" -> Certificates::project;
            case "permit-no" -> Certificates::permit;
            case "serial-no" -> shortened(identifiers::serialNumber, UsualValues::serialNumber);
            case "document-no" -> Certificates::document;
            case "text" -> shortened(Wordings::text, UsualTexts::text);
            default -> throw new IllegalArgumentException("No such conversion: " + setting.as());
        };
    }

    private static Rule day(RuleSetting setting) {
        Rule date = Dates.date("last".equals(setting.option("day")), "1904".equals(setting.option("epoch")));
        return date.shortened(UsualValues::date);
    }

    private static Rule shortened(Rule rule, Rule.ShortWay shortWay) {
        return rule.shortened(shortWay);
    }

    /** A number has a short way where nothing but itself decides, its unit being the one that is wanted. */
    private static Rule quantity(RuleSetting setting, Rule rule, Rule.ShortWay shortWay) {
        String bare = setting.bareUnit();
        String target = setting.targetUnit();
        boolean alike = bare == null || target == null || Units.isSame(bare, target);
        return alike && setting.option(Neighbours.UNIT) == null ? rule.shortened(shortWay) : rule;
    }

    /** Building an index over thousands of rows for every landed object would cost more than reading the object. */
    private Rule indexed(CodeList list, String kind, Function<CodeList, Rule> building) {
        Map<String, Rule> kinds = indexes.computeIfAbsent(list, fresh -> new ConcurrentHashMap<>());
        return kinds.computeIfAbsent(kind, fresh -> building.apply(list));
    }

    private static Rule code(RuleSetting setting) {
        String list = setting.option("list");
        CodeList codes = list == null ? null : setting.codeLists().get(list);
        return codes == null ? Codes::plain : Codes.listed(codes, setting.option("otherwise"));
    }

    private static CodeList list(RuleSetting setting, String usual) {
        return usual(setting, setting.options().getOrDefault("list", usual));
    }

    private static CodeList usual(RuleSetting setting, String name) {
        return setting.codeLists().getOrDefault(name, NO_CODES);
    }

    private static Map<String, Boolean> truths(RuleSetting setting) {
        Map<String, Boolean> own = new HashMap<>();
        if (setting.option("list") != null) {
            Codes.byWord(list(setting, "")).forEach((word, code) -> own.put(word, Boolean.parseBoolean(code)));
        }
        return own;
    }

    /** A text result on its way into a column of another type is read once more as that type. */
    private static Rule typed(Rule rule, RuleSetting setting) {
        Set<String> texts = Set.of("text", "code", "name", "year", "month");
        LogicalType type = setting.type();
        if (type == LogicalType.STRING || !texts.contains(setting.as())) {
            return rule;
        }
        Rule second = switch (type) {
            case DATE -> Dates.date(false, false);
            case TIMESTAMP -> Dates::timestamp;
            case NUMBER -> Numbers.decimal(new Numbers.Measure(setting.bareUnit(), setting.targetUnit()));
            case INTEGER -> Numbers.integer(new Numbers.Measure(setting.bareUnit(), setting.targetUnit()));
            case BOOLEAN -> Wordings.truth(Map.of());
            case STRING -> Wordings::text;
        };
        return (text, neighbours) -> {
            Converted first = rule.convert(text, neighbours);
            return first.text() == null ? first : second.convert(first.text(), neighbours);
        };
    }

    /** Takes a value only where its flag reads as true; a flag that is missing or unreadable is no consent. */
    private static Rule onlyIf(Rule rule, Rule truth) {
        return (text, neighbours) -> {
            String flag = neighbours.get(Neighbours.ONLY_IF).orElse("");
            boolean open = "true".equals(truth.convert(flag, Neighbours.NONE).text());
            return open ? rule.convert(text, neighbours) : Converted.empty();
        };
    }

    /** Marks records that the job drops whole: natural persons, or codes that stand for them. */
    private static Rule dropping(Rule rule, String dropWhen) {
        Set<String> codes = Arrays.stream(dropWhen.split("[,，|、 ]+")).collect(Collectors.toSet());
        return (text, neighbours) -> {
            boolean person = codes.contains(NATURAL_PERSON)
                    && (Identifiers.isPerson(text)
                            || Identifiers.PersonalNumbers.isMaskedResidentNumber(Texts.half(Texts.trim(text))));
            Converted converted = rule.convert(text, neighbours);
            boolean coded = converted.text() != null && codes.contains(converted.text());
            return person || coded ? Converted.bad(Reason.NATURAL_PERSON) : converted;
        };
    }

    /** Drops records under a person's name and without an enterprise's code. */
    private static Rule enterprises(Rule name) {
        return (text, neighbours) -> PersonName.isLikely(Texts.visible(text))
                        && neighbours
                                .get(Neighbours.CODE)
                                .filter(Identifiers::isEnterprise)
                                .isEmpty()
                ? Converted.bad(Reason.NATURAL_PERSON)
                : name.convert(text, neighbours);
    }

    private static String words(@Nullable String option) {
        return option == null ? "" : option;
    }
}
