package io.hourshare.verify.law;

import io.hourshare.store.JournalFact.JournalCut;
import io.hourshare.store.JournalReading.Damage;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import io.hourshare.verify.Sources;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Law 10: the journal's lines follow each other, to the end that was once reached. */
final class ChainLaw implements LawCount {

    private final @Nullable Path anchor;

    /** @param anchor file of the seals; null for the one in the data root */
    ChainLaw(@Nullable Path anchor) {
        this.anchor = anchor;
    }

    @Override
    public Law law() {
        return Law.CHAIN;
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }

    @Override
    public void count(Subject subject, Findings findings) throws IOException {
        findings.checked(subject.journal().lines().size());
        for (Damage damage : subject.journal().damages()) {
            findings.broken("日志", damage.expected(), damage.found(), damage.file(), (long) damage.number());
        }
        subject.entries(JournalCut.class)
                .forEach(cut -> findings.warning(
                        "日志",
                        "从未中断",
                        (cut.entry().snapshot() == null ? "启动时尾部损坏：" : "启动时发现")
                                + cut.entry().what(),
                        cut.entry().file()));
        SealCheck.count(subject, anchor == null ? subject.resolve(Sources.ANCHOR) : anchor, findings);
    }
}
