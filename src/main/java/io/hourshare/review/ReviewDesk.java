package io.hourshare.review;

import io.hourshare.kernel.Digest;
import io.hourshare.resolve.Ruling;
import io.hourshare.resolve.Rulings;
import io.hourshare.serve.RefusedException;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.IdentityDecided;
import io.hourshare.store.JournalAct.IdentityWithdrawn;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Where people decide who is who; the journal keeps who decided and why. */
public final class ReviewDesk {

    private final ReviewQueue queue;
    private final Rulings rulings;
    private final DecisionStories stories;
    private final Journal journal;
    private final Clock clock;

    ReviewDesk(ReviewQueue queue, Rulings rulings, Journal journal, Clock clock) {
        this.queue = queue;
        this.rulings = rulings;
        this.stories = new DecisionStories(journal);
        this.journal = journal;
        this.clock = clock;
    }

    /** Decisions that stand, oldest first. */
    public List<Ruling> standing() {
        return rulings.standing();
    }

    /** What was decided under the number, by whom and why, and whether it still stands. */
    public DecisionStory story(String decision) {
        return stories.of(decision).orElseThrow(() -> unknown("没有编号为 " + decision + " 的判定"));
    }

    /** Takes a decision; the same one again is the one that stands. */
    public synchronized Ruling decide(Wanted wanted, String actor) {
        IdentityDecided decided = checked(wanted, actor);
        Optional<Ruling> known = rulings.standing().stream()
                .filter(ruling -> isSame(ruling, decided))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        journal.append(decided);
        return find(decided.decision());
    }

    /** Takes a decision back. */
    public synchronized Ruling withdraw(String decision, String actor, @Nullable String reason) {
        Ruling ruling = find(decision);
        journal.append(new IdentityWithdrawn(decision, actor, required(reason, "reason", "请写明撤回的事由")));
        return ruling;
    }

    private Ruling find(String decision) {
        return rulings.standing().stream()
                .filter(ruling -> ruling.decision().equals(decision))
                .findFirst()
                .orElseThrow(() -> unknown("没有编号为 " + decision + " 的有效判定（可能已撤回）"));
    }

    private static RefusedException unknown(String detail) {
        return new RefusedException(
                HttpStatus.NOT_FOUND, "decision-unknown", "没有这项判定", detail + "；现有判定见 /api/v1/identity/decisions");
    }

    private IdentityDecided checked(Wanted wanted, String actor) {
        String kind = text(wanted.kind()).toUpperCase(Locale.ROOT);
        String reason = required(wanted.reason(), "reason", "请写明判定的事由");
        return switch (kind) {
            case "SAME", "DIFFERENT" -> compared(kind, wanted, actor, reason);
            case "ALIAS" ->
                decided(
                        kind,
                        required(wanted.name(), "name", "请写明别名"),
                        new String[] {"", "", "", ""},
                        enterprise(wanted.enterpriseId()),
                        actor,
                        reason);
            case "VOID_NUMBER" ->
                decided(kind, "", new String[] {"", "", "", number(wanted.number())}, "", actor, reason);
            default -> throw refused("kind-unknown", "kind 须为 same（相同）、different（不同）、alias（别名）或 void_number（作废代码）");
        };
    }

    private IdentityDecided compared(String kind, Wanted wanted, String actor, String reason) {
        if (wanted.question() == null) {
            String feed = required(wanted.feed(), "feed", "请给出 question，或 feed 与 record_key");
            String key = required(wanted.recordKey(), "record_key", "请写明记录主键");
            return decided(
                    kind, "", new String[] {"", feed, key, ""}, enterprise(wanted.enterpriseId()), actor, reason);
        }
        Question question = queue.question(wanted.question())
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.NOT_FOUND, "question-unknown", "没有这个问题", "待核对清单中没有这个问题，可能已经判定；请刷新清单"));
        String name = queue.normalName(wanted.question()).orElse("");
        boolean byName = !name.isEmpty() && question.reason().equals("doubt");
        String[] subject = byName
                ? new String[] {question.record().region(), "", "", ""}
                : new String[] {"", question.record().feed(), question.record().recordKey(), ""};
        return decided(kind, byName ? name : "", subject, question.enterpriseId(), actor, reason);
    }

    /** @param subject region, feed, record key and number */
    private IdentityDecided decided(
            String kind, String name, String[] subject, String enterprise, String actor, String reason) {
        Digest id = Digest.of(List.of(
                kind,
                name,
                String.join("|", subject),
                enterprise,
                clock.instant().toString()));
        return new IdentityDecided(
                "D-" + id.short8(),
                kind,
                name,
                subject[0],
                subject[1],
                subject[2],
                subject[3],
                enterprise,
                actor,
                reason);
    }

    private static boolean isSame(Ruling ruling, IdentityDecided decided) {
        return ruling.kind().equals(decided.kind())
                && ruling.name().equals(decided.name())
                && ruling.region().equals(decided.region())
                && ruling.feed().equals(decided.feed())
                && ruling.recordKey().equals(decided.recordKey())
                && ruling.number().equals(decided.number())
                && ruling.enterpriseId().equals(decided.enterpriseId());
    }

    private String enterprise(@Nullable String id) {
        String known = required(id, "enterprise_id", "请写明企业标识");
        if (!queue.knows(known)) {
            throw refused("enterprise-unknown", "没有企业 " + known + "；请用 /api/v1/enterprises?q= 检索企业标识");
        }
        return known;
    }

    private static String number(@Nullable String number) {
        String text =
                required(number, "number", "请写明要作废的代码").toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (text.length() < 8) {
            throw refused("number-short", "代码 " + number + " 过短；请写完整代码");
        }
        return text;
    }

    private static String required(@Nullable String given, String field, String remedy) {
        String text = text(given);
        if (text.isEmpty()) {
            throw refused(field.replace('_', '-') + "-missing", "缺少 " + field + "：" + remedy);
        }
        return text;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static RefusedException refused(String code, String detail) {
        return new RefusedException(HttpStatus.UNPROCESSABLE_ENTITY, code, "不能判定", detail);
    }
}
