package io.hourshare.sandbox.source;

import io.hourshare.sandbox.DirtRates;
import io.hourshare.sandbox.source.SourceRecord.Draft;
import io.hourshare.sandbox.world.Dice;
import io.hourshare.sandbox.world.Enterprise;
import io.hourshare.sandbox.world.Project;
import io.hourshare.sandbox.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** industry-it.tech-project: investment projects with codes of the old and the new structure. */
public final class TechProjectFeed extends SourceFeed {

    private static final String COLUMNS = "XMDM,XMMC,XMDW,XMDWDM,JSXZ,HYDM,ZTZ,SBTZ,BNWCTZ,XZYD,KGSJ,JGSJ,BAJG,XMZT";

    public TechProjectFeed(World world, DirtRates rates) {
        super("industry-it.tech-project", COLUMNS, world, dirt(rates));
    }

    private static Dirt dirt(DirtRates rates) {
        return Dirt.ofFew(rates, 2)
                .spoilt("XMDM", "no-key", Scribbles.GONE)
                .spoilt("XMDW", "no-name", Scribbles.GONE)
                .cosmetic("XMDM", "no-hyphens", (value, dice) -> value.replace("-", ""))
                .cosmetic("XMDWDM", "lower-case", Scribbles.LOWER_CASE)
                .wrong("XMDWDM", "mistyped", Scribbles.MISTYPED)
                .missing("XMDWDM", "no-code", 2)
                .cosmetic("JSXZ", "kind-wording", (value, dice) -> dice.oneOf("技术改造", "改扩建", value + "项目"))
                .cosmetic("HYDM", "section-before-code", (value, dice) -> "C" + value)
                .cosmetic(
                        "ZTZ",
                        "unit-in-value",
                        (value, dice) -> new BigDecimal(value)
                                        .movePointLeft(4)
                                        .stripTrailingZeros()
                                        .toPlainString() + "亿元")
                .wrong("SBTZ", "no-number", (value, dice) -> dice.oneOf("/", "待定"))
                .wrong("BNWCTZ", "negative", (value, dice) -> "-" + value)
                .cosmetic(
                        "KGSJ",
                        "month-only",
                        (value, dice) -> value.substring(0, 4) + "年" + Integer.parseInt(value.substring(5, 7)) + "月")
                .wrong("JGSJ", "no-date", Spellings.NO_DATE)
                .cosmetic("XMZT", "status-wording", (value, dice) -> dice.oneOf("已备案", "建设中", "已竣工", value));
    }

    @Override
    public Set<String> numbers() {
        return Set.of("ZTZ", "SBTZ", "BNWCTZ", "XZYD");
    }

    @Override
    public Stream<SourceRecord> about(long slot, Instant asOf) {
        Enterprise it = world().at(slot, asOf);
        return Project.licensed(world(), it, asOf).stream()
                .filter(project -> !project.investmentCode().isEmpty())
                .map(project -> record(it, project, Spellings.day(asOf)))
                .filter(record -> record.changedAt().isBefore(asOf))
                .flatMap(record -> sent(record, it));
    }

    private SourceRecord record(Enterprise it, Project project, LocalDate today) {
        Stage stage = Stage.of(project, today);
        Dice dice =
                dice(it, "", project.investmentCode().hashCode(), stage.since().toEpochDay());
        BigDecimal total = project.cost().multiply(BigDecimal.valueOf(18, 1)).setScale(2, RoundingMode.HALF_UP);
        Draft draft = SourceRecord.draft(it.number() + "/" + project.investmentCode(), it);
        draft.put("XMDM", project.investmentCode())
                .put("XMMC", project.name())
                .put("XMDW", Names.then(it, project.licensedAt()))
                .put("XMDWDM", it.codes().uscc())
                .put("JSXZ", dice.oneOf("新建", "扩建", "技改", "迁建"))
                .put("HYDM", it.industry().code())
                .put("ZTZ", total)
                .put(
                        "SBTZ",
                        total.multiply(BigDecimal.valueOf(dice.between(25, 60), 2))
                                .setScale(2, RoundingMode.HALF_UP))
                .put(
                        "BNWCTZ",
                        total.multiply(BigDecimal.valueOf(dice.between(0, 50), 2))
                                .setScale(2, RoundingMode.HALF_UP))
                .put("XZYD", dice.chance(0.4) ? BigDecimal.valueOf(dice.between(50, 1200), 1) : "")
                .put("KGSJ", project.begun())
                .put("JGSJ", project.finished())
                .put("BAJG", it.region().name() + dice.oneOf("经济和信息化局", "发展和改革局"))
                .put("XMZT", stage.title());
        Map<String, String> meant = dirt().apply(draft, dice);
        Instant since = stage.since().equals(project.licensed())
                ? project.licensedAt()
                : stage.since().atTime(9, dice.below(60)).atZone(World.ZONE).toInstant();
        return draft.finish(since, meant);
    }

    /** How far a project has come, and since when. */
    private record Stage(String title, LocalDate since) {

        static Stage of(Project project, LocalDate today) {
            if (project.complete() && project.finished().isBefore(today)) {
                return new Stage("竣工", project.finished());
            }
            if (project.begun().plusDays(30).isBefore(today)) {
                return new Stage("在建", project.begun().plusDays(30));
            }
            return project.begun().isBefore(today)
                    ? new Stage("开工", project.begun())
                    : new Stage("备案", project.licensed());
        }
    }
}
