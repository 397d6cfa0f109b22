package io.hourshare.ledger;

import io.hourshare.access.Permission;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as its file below {@code jobs/ledgers/} declares it.
 *
 * @param ledger name of the file
 * @param prefix head of its cases' numbers
 * @param open what somebody must be allowed to open a case
 * @param initial state of a new case
 * @param once fields by which a second open case of the same thing is the first one
 */
public record LedgerKind(
        String ledger,
        String title,
        String prefix,
        Permission open,
        String initial,
        List<String> once,
        List<Field> fields,
        List<State> states,
        List<ClockRule> clocks,
        List<Action> actions) {

    public LedgerKind {
        once = List.copyOf(once);
        fields = List.copyOf(fields);
        states = List.copyOf(states);
        clocks = List.copyOf(clocks);
        actions = List.copyOf(actions);
        requireKnown("initial", List.of(initial), names(states));
        requireKnown("once", once, fields.stream().map(Field::name).collect(Collectors.toSet()));
        for (ClockRule clock : clocks) {
            requireKnown(clock.name(), clock.runs(), names(states));
            requireKnown(clock.name(), clock.pauses(), names(states));
        }
        for (Action action : actions) {
            requireKnown(action.name(), action.from(), names(states));
            requireKnown(action.name(), List.of(action.to()), names(states));
        }
    }

    /** Something that is told of a case. */
    public record Field(String name, String title, boolean required) {}

    /** @param end whether nothing more is to be done */
    public record State(String name, String title, boolean end) {}

    /**
     * A time limit.
     *
     * @param runs states in which it counts; in any other state that is not a pause it has stopped
     */
    public record ClockRule(String name, String title, Unit unit, int limit, List<String> runs, List<String> pauses) {
        public ClockRule {
            runs = List.copyOf(runs);
            pauses = List.copyOf(pauses);
        }
    }

    /**
     * A step from one state to the next.
     *
     * @param needs what somebody must be allowed to take it; nobody may where it is absent
     * @param automatic whether only the system takes it, never a person
     * @param reasons usual ones, to choose from
     */
    public record Action(
            String name,
            String title,
            List<String> from,
            String to,
            @Nullable Permission needs,
            boolean automatic,
            List<String> reasons,
            List<Field> fields) {
        public Action {
            from = List.copyOf(from);
            reasons = List.copyOf(reasons);
            fields = List.copyOf(fields);
        }
    }

    /** What a limit is counted in. */
    public enum Unit {
        WORKING_DAY,
        MINUTE
    }

    public Optional<State> state(String name) {
        return states.stream().filter(state -> state.name().equals(name)).findFirst();
    }

    public Optional<Action> action(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    private static Set<String> names(List<State> states) {
        return states.stream().map(State::name).collect(Collectors.toSet());
    }

    private static void requireKnown(String where, List<String> names, Set<String> known) {
        Set<String> unknown = new HashSet<>(names);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(where + " 引用了没有声明的 " + unknown + "；请改为 " + known + " 之一，或先声明");
        }
    }
}
