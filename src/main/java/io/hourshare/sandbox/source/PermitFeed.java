package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Project;
import io.hourshare.sandbox.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** housing.construction-permit: permits to build; codes stand in a column once made for fifteen characters. */
public final class PermitFeed extends SourceFeed {

    private static final String COLUMNS =
            "BuilderLicenceNum,PrjNum,XMDM,PrjName,BuildCorpName,BuildCorpCode,ConsCorpName,"
                    + "ConsCorpCode,ContractMoney,Area,PrjSize,IssueCertDate,StartDate,EndDate";

    public PermitFeed(World world, DirtRates rates) {
        super("housing.construction-permit", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return new Dirt(rates)
                .spoilt("BuilderLicenceNum", "no-key", Scribbles.GONE)
                .spoilt("BuildCorpName", "no-name", Scribbles.GONE)
                .cosmetic(
                        "BuilderLicenceNum",
                        "old-permit",
                        (value, dice) -> "[" + value.substring(6, 10) + "]施建字0" + dice.digits(3) + "号")
                .cosmetic("BuildCorpCode", "cut-to-15", Scribbles.CUT_TO_15)
                .cosmetic("BuildCorpCode", "cut-to-15", Scribbles.CUT_TO_15)
                .cosmetic("BuildCorpCode", "cut-to-15", Scribbles.CUT_TO_15)
                .cosmetic("BuildCorpCode", "organisation-code", Scribbles.ORGANISATION_CODE)
                .wrong("BuildCorpCode", "mistyped", Scribbles.MISTYPED)
                .missing("BuildCorpCode", "no-code", 2)
                .cosmetic("BuildCorpName", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("ConsCorpCode", "cut-to-15", Scribbles.CUT_TO_15)
                .missing("XMDM", "no-project-code")
                .cosmetic("ContractMoney", "unit-in-value", Scribbles.onNumber((value, dice) -> value + "万元"))
                .wrong("ContractMoney", "negative", (value, dice) -> "-" + value)
                .cosmetic("Area", "unit-in-value", (value, dice) -> value + "㎡")
                .cosmetic("IssueCertDate", "date-spelling", Spellings.DATE)
                .wrong("StartDate", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .wrong("EndDate", "no-date", Spellings.NO_DATE);
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        return Project.licensed(world(), it, asOf).stream().flatMap(project -> sent(record(it, project, asOf), it));
    }

    private SourceRecord record(Enterprise it, Project project, Instant asOf) {
        Dice dice = dice(it, "", project.permit().hashCode());
        Enterprise builder = dice.chance(0.7)
                ? world().at(-1L - dice.below(world().outsiders()), asOf)
                : world().head(dice.below(world().enterprises()), asOf);
        Draft draft = SourceRecord.draft(it.number() + "/" + project.permit(), it);
        draft.put("BuilderLicenceNum", project.permit())
                .put("PrjNum", project.number())
                .put("XMDM", project.investmentCode())
                .put("PrjName", project.name())
                .put("BuildCorpName", Names.then(it, project.licensedAt()))
                .put("BuildCorpCode", Names.code(it, dice))
                .put("ConsCorpName", builder.name().text())
                .put("ConsCorpCode", builder.codes().uscc())
                .put("ContractMoney", project.cost())
                .put("Area", project.area())
                .put("PrjSize", "地上" + dice.between(1, 6) + "层，建筑面积" + project.area() + "平方米")
                .put("IssueCertDate", project.licensed())
                .put("StartDate", project.begun())
                .put("EndDate", project.finished());
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(project.licensedAt(), meant);
    }
}
