package io.hourshare.access;

import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalLine;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people did and read, taken from the journal: every entry that names an actor, of whatever kind. */
@Component
public final class AuditTrail {

    private static final String ACTOR = "actor";
    private static final List<String> WHY = List.of("reason", "purpose");

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("DataRead", "查看数据"),
            Map.entry("UserChanged", "用户变更"),
            Map.entry("RunRequested", "发起运行"),
            Map.entry("RunActed", "处置运行"),
            Map.entry("SlotWaived", "免报"),
            Map.entry("FeedPaused", "暂停数据源"),
            Map.entry("FeedUnpaused", "恢复数据源"),
            Map.entry("HoldDecided", "决定扣留的报送"),
            Map.entry("IdentityDecided", "裁定企业归属"),
            Map.entry("IdentityWithdrawn", "撤回归属裁定"),
            Map.entry("RetentionEnded", "到期销毁"),
            Map.entry("SnapshotRolledBack", "回退快照"),
            Map.entry("PublicationReleased", "恢复发布"),
            Map.entry("CaseOpened", "台账立件"),
            Map.entry("CaseActed", "台账办理"),
            Map.entry("ListUploaded", "上传名单"));

    private final Journal journal;

    AuditTrail(Journal journal) {
        this.journal = journal;
    }

    /**
     * One thing that somebody did.
     *
     * @param what entry's further fields, by name
     * @param why reason or purpose, where there is one
     */
    public record Deed(
            long sequence, Instant at, String actor, String kind, String title, Map<String, String> what, String why) {

        /** The further fields as one text. */
        public String summary() {
            return String.join("　", what.values());
        }
    }

    /**
     * Which deeds are wanted; what is empty does not matter.
     *
     * @param before only those with a smaller sequence; the newest where 0
     */
    public record Wanted(String actor, String kind, String text, long before, int most) {}

    /** Deeds, newest first. */
    public List<Deed> find(Wanted wanted) {
        List<JournalLine> lines = new ArrayList<>(journal.lines());
        Collections.reverse(lines);
        return lines.stream()
                .filter(line -> wanted.before() == 0 || line.sequence() < wanted.before())
                .filter(line -> line.entry() instanceof JournalAct)
                .map(AuditTrail::deed)
                .filter(deed -> wanted.actor().isEmpty() || deed.actor().equals(wanted.actor()))
                .filter(deed -> wanted.kind().isEmpty() || deed.kind().equals(wanted.kind()))
                .filter(deed -> wanted.text().isEmpty()
                        || deed.summary().contains(wanted.text())
                        || deed.why().contains(wanted.text()))
                .limit(wanted.most())
                .toList();
    }

    /** Kinds of entries that people make, by their name, with title. */
    public Map<String, String> kinds() {
        Map<String, String> kinds = new java.util.TreeMap<>();
        for (Class<?> type : JournalAct.class.getPermittedSubclasses()) {
            kinds.put(type.getSimpleName(), title(type.getSimpleName()));
        }
        return kinds;
    }

    /** How many lines the chain has; each was checked against the one before when the journal was opened. */
    public long length() {
        return journal.lines().size();
    }

    private static Deed deed(JournalLine line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent component :
                Objects.requireNonNull(line.entry().getClass().getRecordComponents())) {
            values.put(component.getName(), text(component, line.entry()));
        }
        String actor = Objects.requireNonNullElse(values.remove(ACTOR), "");
        String why = "";
        for (String name : WHY) {
            why = why.isEmpty() ? Objects.requireNonNullElse(values.remove(name), "") : why;
        }
        values.values().removeIf(String::isEmpty);
        String kind = line.entry().getClass().getSimpleName();
        return new Deed(line.sequence(), line.at(), actor, kind, title(kind), values, why);
    }

    private static String text(RecordComponent component, JournalEntry entry) {
        try {
            Object value = component.getAccessor().invoke(entry);
            if (value instanceof Collection<?> several) {
                return several.stream().map(String::valueOf).collect(Collectors.joining("、"));
            }
            if (value instanceof Map<?, ?> named) {
                return named.entrySet().stream().map(String::valueOf).collect(Collectors.joining("、"));
            }
            return value == null ? "" : value.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Journal entry cannot be read: " + entry, e);
        }
    }

    private static String title(String kind) {
        return TITLES.getOrDefault(kind, kind);
    }
}
