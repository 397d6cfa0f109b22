package io.hourshare.verify.law;

import io.hourshare.store.JournalFact.JournalCut;
import io.hourshare.store.JournalReading.Damage;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import java.io.IOException;

/** Law 10: the journal's lines follow each other, to the end that was once reached. */
final class ChainLaw implements LawCount {

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
                        "启动时尾部损坏：" + cut.entry().what(),
                        cut.entry().file()));
        SealCheck.count(subject, findings);
    }
}
