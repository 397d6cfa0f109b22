package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Project;
import io.hourshare.sandbox.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** housing.completion: completions on file, by the hour of their filing. */
public final class CompletionFeed extends SourceFeed {

    private static final String COLUMNS = "PrjFinishNum,PrjNum,BuilderLicenceNum,BuildCorpName,BuildCorpCode,FactCost,"
            + "FactArea,PrjStructureTypeNum,BDate,EDate,YSJL";

    public CompletionFeed(World world, DirtRates rates) {
        super("housing.completion", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 2)
                .spoilt("PrjFinishNum", "no-key", Scribbles.GONE)
                .spoilt("BuildCorpName", "no-name", Scribbles.GONE)
                .cosmetic("BuildCorpName", "half-brackets", Scribbles.HALF_BRACKETS)
                .cosmetic("BuildCorpName", "trailing-blank", Scribbles.TRAILING_BLANK)
                .cosmetic("BuildCorpCode", "cut-to-15", Scribbles.CUT_TO_15)
                .cosmetic("BuildCorpCode", "cut-to-15", Scribbles.CUT_TO_15)
                .cosmetic("BuildCorpCode", "organisation-code", Scribbles.ORGANISATION_CODE)
                .wrong("BuildCorpCode", "mistyped", Scribbles.MISTYPED)
                .missing("BuildCorpCode", "no-code", 2)
                .cosmetic(
                        "BuilderLicenceNum",
                        "old-permit",
                        (value, dice) -> "[" + value.substring(6, 10) + "]施建字0" + dice.digits(3) + "号")
                .cosmetic("FactCost", "unit-in-value", Scribbles.onNumber((value, dice) -> value + "万元"))
                .wrong("FactCost", "no-number", (value, dice) -> dice.oneOf("待审计", "-", "面议"))
                .wrong("FactArea", "negative", (value, dice) -> "-" + value)
                .cosmetic("FactArea", "unit-in-value", (value, dice) -> value + dice.oneOf("平方米", "㎡"))
                .cosmetic("EDate", "date-spelling", Spellings.DATE)
                .wrong("EDate", "no-date", Spellings.NO_DATE)
                .cosmetic("BDate", "date-spelling", Spellings.DATE)
                .wrong("BDate", "placeholder-date", Spellings.PLACEHOLDER_DATE)
                .cosmetic("YSJL", "result-wording", (value, dice) -> dice.oneOf("通过", "符合要求", "1", "验收合格"));
    }

    @Override
    public Set<String> numbers() {
        return Set.of("FactCost", "FactArea");
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        return Project.completed(world(), it, asOf).stream().flatMap(project -> sent(record(it, project), it));
    }

    private SourceRecord record(Enterprise it, Project project) {
        Dice dice = dice(it, "", project.filedAt().getEpochSecond());
        Draft draft = SourceRecord.draft(it.number() + "/" + project.finishNumber(), it);
        draft.put("PrjFinishNum", project.finishNumber())
                .put("PrjNum", project.number())
                .put("BuilderLicenceNum", project.permit())
                .put("BuildCorpName", Names.then(it, project.filedAt()))
                .put("BuildCorpCode", Names.code(it, dice))
                .put("FactCost", project.cost())
                .put("FactArea", project.area())
                .put("PrjStructureTypeNum", dice.oneOf("002", "003", "003", "005"))
                .put("BDate", project.begun())
                .put("EDate", project.finished())
                .put("YSJL", "合格");
        Map<String, String> meant = dirt().apply(draft, dice);
        return draft.finish(project.filedAt(), meant);
    }
}
