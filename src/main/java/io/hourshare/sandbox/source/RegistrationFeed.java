package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Kind;
import io.hourshare.sandbox.world.Region;
import io.hourshare.sandbox.world.Status;
import io.hourshare.sandbox.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/** market-regulation.registration: the register, as the exchange database carries it. */
public final class RegistrationFeed extends SourceFeed {

    private static final String COLUMNS =
            "PRIPID,UNISCID,REGNO,ENTNAME,ENTTYPE,ENTTYPE_CN,INDUSTRYPHY,INDUSTRYCO,REGCAP,"
                    + "REGCAPCUR,ESTDATE,OPFROM,OPTO,APPRDATE,REGSTATE,REGSTATE_CN,CANDATE,REVDATE,REGORG,REGORG_CN,DOM,DOMDISTRICT,"
                    + "YIEDISTRICT,OPSCOPE,NAME,PARK_ID,S_EXT_TIMESTAMP,S_EXT_FLAG";

    public RegistrationFeed(World world, DirtRates rates) {
        super("market-regulation.registration", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return new Dirt(rates)
                .spoilt("PRIPID", "no-key", Scribbles.GONE)
                .spoilt("ENTNAME", "no-name", Scribbles.GONE)
                .cosmetic("UNISCID", "lower-case", Scribbles.LOWER_CASE)
                .cosmetic("UNISCID", "trailing-blank", Scribbles.TRAILING_BLANK)
                .cosmetic("UNISCID", "full-width", Scribbles.FULL_WIDTH)
                .wrong("UNISCID", "mistyped", Scribbles.MISTYPED)
                .wrong("UNISCID", "masked", Scribbles.MASKED)
                .missing("UNISCID", "no-code", 0.3)
                .cosmetic("REGNO", "old-number", RegistrationFeed::oldNumber)
                .cosmetic("ENTNAME", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("ENTNAME", "full-width", Scribbles.FULL_WIDTH)
                .cosmetic("INDUSTRYCO", "section-before-code", RegistrationFeed::industry)
                .cosmetic("REGCAP", "amount-wording", Spellings.CAPITAL)
                .wrong("REGCAP", "amount-in-words", (value, dice) -> "人民币伍佰万元整")
                .wrong("REGCAP", "negative-amount", (value, dice) -> "-" + value)
                .cosmetic("REGCAPCUR", "currency-wording", (value, dice) -> dice.oneOf("CNY", "人民币", "RMB"))
                .cosmetic("ESTDATE", "date-spelling", Spellings.DATE)
                .wrong("ESTDATE", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .wrong("APPRDATE", "no-date", Spellings.NO_DATE)
                .cosmetic("OPTO", "forever", Spellings.FOREVER)
                .cosmetic("REGSTATE_CN", "status-wording", RegistrationFeed::status)
                .cosmetic("REGORG_CN", "old-authority", (value, dice) -> value.replace("市场监督管理局", "工商行政管理局"))
                .cosmetic("DOM", "full-width", Scribbles.FULL_WIDTH)
                .cosmetic("DOM", "no-province", (value, dice) -> value.substring(value.indexOf("市") + 1))
                .cosmetic("DOMDISTRICT", "region-name", (value, dice) -> dice.oneOf("平湖", "平湖市", "浙江平湖"))
                .wrong("DOMDISTRICT", "abolished-region", (value, dice) -> "330204")
                .cosmetic("OPSCOPE", "line-break", (value, dice) -> value.replace("；", ";\n"))
                .missing("YIEDISTRICT", "no-operating-region", 5)
                .wrong("OPSCOPE", "empty-word", Scribbles.EMPTY_WORD);
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        if (slot < 0) {
            return Stream.empty();
        }
        Enterprise tenant = world().at(slot, asOf);
        return Stream.concat(
                sent(record(tenant, Long.toString(slot), tenant.changedAt()), tenant),
                world().predecessor(slot, asOf).map(gone -> record(gone, slot + "-gone", tenant.foundedAt())));
    }

    private SourceRecord record(Enterprise it, String place, Instant visibleFrom) {
        Dice dice = dice(it, "", it.changedAt().getEpochSecond());
        Draft draft = SourceRecord.draft(place, it);
        identity(draft, it);
        dates(draft, it);
        rest(draft, it);
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.put("S_EXT_TIMESTAMP", Spellings.time(it.changedAt()))
                .put("S_EXT_FLAG", flag(it, dice))
                .finish(it.changedAt(), visibleFrom, meant);
    }

    private static void identity(Draft draft, Enterprise it) {
        draft.put("PRIPID", it.codes().entityId())
                .put("UNISCID", it.codes().uscc())
                .put("REGNO", it.codes().registration())
                .put("ENTNAME", it.name().text())
                .put("ENTTYPE", it.kind().typeCode())
                .put("ENTTYPE_CN", it.kind().typeName())
                .put("INDUSTRYPHY", it.industry().section())
                .put("INDUSTRYCO", it.industry().code())
                .put("REGCAP", it.kind() == Kind.BRANCH ? "" : it.capital().toPlainString())
                .put("REGCAPCUR", it.kind() == Kind.BRANCH ? "" : it.kind() == Kind.FOREIGN ? "840" : "156");
    }

    private static void dates(Draft draft, Enterprise it) {
        LocalDate founded = it.founded();
        draft.put("ESTDATE", founded)
                .put("OPFROM", founded)
                .put("OPTO", it.number() % 3 == 0 ? founded.plusYears(20).minusDays(1) : "")
                .put("APPRDATE", approved(it))
                .put("REGSTATE", it.status().registerCode())
                .put("REGSTATE_CN", it.status().title())
                .put("CANDATE", it.status() == Status.CANCELLED ? ended(it) : "")
                .put("REVDATE", it.status() == Status.REVOKED ? ended(it) : "");
    }

    private static void rest(Draft draft, Enterprise it) {
        Region region = it.region();
        draft.put("REGORG", region.code())
                .put("REGORG_CN", region.name() + "市场监督管理局")
                .put("DOM", it.address().full())
                .put(
                        "DOMDISTRICT",
                        it.number() % 4 == 0 ? region.townCode(it.address().town()) : region.code())
                .put("YIEDISTRICT", region.code())
                .put("OPSCOPE", "一般项目：" + it.industry().scope() + "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。")
                .put("NAME", it.representative())
                .put("PARK_ID", it.inPark() ? region.code() + "-Y01" : "");
    }

    /** The day of the newest version: a change for those that changed lately, the founding else. */
    private static LocalDate approved(Enterprise it) {
        return it.formerNames().isEmpty()
                ? it.founded()
                : Spellings.day(it.formerNames().get(0).until());
    }

    private static LocalDate ended(Enterprise it) {
        return it.statusSince().equals(Instant.EPOCH)
                ? it.founded().plusDays(40 + Math.floorMod(it.number() * 37, 280L))
                : Spellings.day(it.statusSince());
    }

    private static String flag(Enterprise it, Dice dice) {
        if (it.deleted()) {
            return dice.oneOf("D", "D", "d", "3");
        }
        return it.isShortLived() && it.statusSince().equals(it.foundedAt())
                ? dice.oneOf("I", "I", "i", "1")
                : dice.oneOf("U", "U", "u", "2", "I");
    }

    private static String oldNumber(String value, Dice dice) {
        return dice.oneOf(value.substring(0, 13), "企合浙嘉总字第" + value.substring(8, 14) + "号");
    }

    private static String industry(String value, Dice dice) {
        return value.startsWith("0") ? value.substring(1) : "C" + value;
    }

    private static String status(String value, Dice dice) {
        return value.equals("存续") ? dice.oneOf("在业", "开业", "在营", "存续（在营、开业、在册）") : value;
    }
}
