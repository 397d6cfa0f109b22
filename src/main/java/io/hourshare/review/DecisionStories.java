package io.hourshare.review;

import io.hourshare.resolve.Ruling;
import io.hourshare.review.DecisionStory.Withdrawal;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.IdentityDecided;
import io.hourshare.store.JournalAct.IdentityWithdrawn;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every decision that was ever taken, with what became of it; the fold of the journal. Safe for use by many threads. */
final class DecisionStories {

    private final Map<String, DecisionStory> stories = new LinkedHashMap<>();

    DecisionStories(Journal journal) {
        journal.follow(this::apply);
    }

    synchronized Optional<DecisionStory> of(String decision) {
        return Optional.ofNullable(stories.get(decision));
    }

    private synchronized void apply(JournalLine line) {
        JournalEntry entry = line.entry();
        if (entry instanceof IdentityDecided decided) {
            stories.put(decided.decision(), new DecisionStory(Ruling.of(decided, line.at()), true, null));
        } else if (entry instanceof IdentityWithdrawn withdrawn) {
            stories.computeIfPresent(
                    withdrawn.decision(),
                    (id, story) -> story.takenBack(new Withdrawal(withdrawn.actor(), withdrawn.reason(), line.at())));
        }
    }
}
