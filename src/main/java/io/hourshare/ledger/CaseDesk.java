package io.hourshare.ledger;

import io.hourshare.access.Caller;
import io.hourshare.access.Permission;
import io.hourshare.ledger.LedgerKind.Action;
import io.hourshare.ledger.LedgerKind.Field;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Where cases are opened, handled and looked at: what the ledger's file does not allow is refused. */
public final class CaseDesk {

    private static final String SYSTEM = "system";
    private static final int LONGEST = 2_000;

    private final LedgerKinds kinds;
    private final Cases cases;
    private final CaseClocks clocks;
    private final Clock clock;
    private final Supplier<List<CaseIntake>> intakes;

    /** @param intakes asked for only when a case is opened: some of them need what is served */
    CaseDesk(LedgerKinds kinds, Cases cases, WorkCalendar calendar, Clock clock, Supplier<List<CaseIntake>> intakes) {
        this.kinds = kinds;
        this.cases = cases;
        this.clocks = new CaseClocks(calendar);
        this.clock = clock;
        this.intakes = intakes;
    }

    public List<LedgerKind> ledgers() {
        return kinds.all();
    }

    public LedgerKind ledger(String name) {
        return kinds.find(name)
                .orElseThrow(() -> new CaseRefusedException(
                        HttpStatus.NOT_FOUND,
                        "ledger-unknown",
                        "没有台账“" + name + "”；现有："
                                + kinds.all().stream().map(LedgerKind::ledger).collect(Collectors.joining("、"))));
    }

    /** Opens a case for a person, or answers the open one of the same thing. */
    public CaseView open(String ledger, Map<String, String> details, String reason, Caller caller) {
        LedgerKind kind = ledger(ledger);
        require(caller, kind.open());
        String why = reasoned(reason);
        Map<String, String> completed = intakes.get().stream()
                .filter(intake -> intake.ledger().equals(ledger))
                .findFirst()
                .map(intake -> intake.complete(details, caller))
                .orElse(details);
        return view(kind, cases.open(kind, checked(kind.fields(), completed), caller.name(), why), caller);
    }

    /** Takes a step for a person. */
    public CaseView act(String id, String action, Map<String, String> details, String reason, Caller caller) {
        Case one = cases.find(id).orElseThrow(() -> CaseRefusedException.unknown(id));
        LedgerKind kind = ledger(one.ledger());
        Action step = action(kind, action);
        if (step.automatic()) {
            throw new CaseRefusedException(
                    HttpStatus.CONFLICT, "case-automatic", "“" + step.title() + "”只在数据到达时由系统办理，不能手工办理");
        }
        require(caller, step.needs());
        Map<String, String> told = checked(step.fields(), details);
        return view(kind, cases.act(kind, id, step, told, caller.name(), reasoned(reason)), caller);
    }

    /** Takes a step because the data say so. */
    public Case actForData(String id, String action, Map<String, String> details, String reason) {
        Case one = cases.find(id).orElseThrow(() -> CaseRefusedException.unknown(id));
        LedgerKind kind = ledger(one.ledger());
        return cases.act(kind, id, action(kind, action), details, SYSTEM, reason);
    }

    public CaseView show(String id, @Nullable Caller caller) {
        Case one = cases.find(id).orElseThrow(() -> CaseRefusedException.unknown(id));
        return view(ledger(one.ledger()), one, caller);
    }

    /** Newest first. */
    public List<CaseView> list(CaseQuery query, @Nullable Caller caller) {
        LedgerKind kind = ledger(query.ledger());
        List<Case> found = new java.util.ArrayList<>(cases.all(one -> query.matches(kind, one)));
        Collections.reverse(found);
        return found.stream().map(one -> view(kind, one, caller)).toList();
    }

    private static Action action(LedgerKind kind, String name) {
        return kind.action(name)
                .orElseThrow(() -> new CaseRefusedException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "action-unknown",
                        "台账“" + kind.title() + "”没有“" + name + "”这个动作；可用："
                                + kind.actions().stream().map(Action::name).toList()));
    }

    private static void require(Caller caller, @Nullable Permission needed) {
        if (needed == null || !caller.may(needed)) {
            throw new CaseRefusedException(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "当前角色没有办理此事的权限" + (needed == null ? "" : "（" + needed.title() + "）") + "；请换用有权限的账号");
        }
    }

    private static String reasoned(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new CaseRefusedException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "reason-missing", "请填写事由（不超过 " + LONGEST + " 字），它将记入台账");
        }
        return reason.strip();
    }

    private static Map<String, String> checked(List<Field> fields, Map<String, String> details) {
        Map<String, String> told = new TreeMap<>();
        for (Field field : fields) {
            String value = details.getOrDefault(field.name(), "").strip();
            if (field.required() && value.isEmpty() || value.length() > LONGEST) {
                throw new CaseRefusedException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "detail-missing",
                        "请填写“" + field.title() + "”（" + field.name() + "，不超过 " + LONGEST + " 字）");
            }
            if (!value.isEmpty()) {
                told.put(field.name(), value);
            }
        }
        return told;
    }

    private CaseView view(LedgerKind kind, Case one, @Nullable Caller caller) {
        return new CaseViews(kind, clocks, clock.instant()).view(one, caller);
    }
}
