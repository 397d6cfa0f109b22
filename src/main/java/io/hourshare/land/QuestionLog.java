package io.hourshare.land;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.QuestionAsked;
import io.hourshare.store.JournalLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every question about one enterprise that was put to a source: when, what for, with what outcome. Thread-safe. */
public final class QuestionLog {

    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final Journal journal;
    private final Map<FeedId, Deque<Instant>> asked = new HashMap<>();
    private final Map<FeedId, Map<String, Question>> last = new HashMap<>();

    /** The newest question about a subject. */
    public record Question(Instant at, String outcome) {}

    QuestionLog(Journal journal) {
        this.journal = journal;
        journal.follow(this::apply);
    }

    /** Writes a question down, whatever came of it. */
    public void record(FeedId feed, HourWindow window, String subject, String purpose, String outcome) {
        journal.append(new QuestionAsked(feed, window, subject, purpose, outcome));
    }

    /** Number of questions since the instant, which may lie two days back at most. */
    public synchronized long since(FeedId feed, Instant from) {
        return asked.getOrDefault(feed, new ArrayDeque<>()).stream()
                .filter(at -> !at.isBefore(from))
                .count();
    }

    public synchronized Optional<Question> last(FeedId feed, String subject) {
        return Optional.ofNullable(last.getOrDefault(feed, Map.of()).get(subject));
    }

    private synchronized void apply(JournalLine line) {
        if (line.entry() instanceof QuestionAsked question) {
            Deque<Instant> times = asked.computeIfAbsent(question.feed(), absent -> new ArrayDeque<>());
            times.addLast(line.at());
            while (times.getFirst().isBefore(line.at().minus(REMEMBERED))) {
                times.removeFirst();
            }
            last.computeIfAbsent(question.feed(), absent -> new HashMap<>())
                    .put(question.subject(), new Question(line.at(), question.outcome()));
        }
    }
}
