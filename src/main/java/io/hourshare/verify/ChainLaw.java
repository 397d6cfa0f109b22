package io.hourshare.verify;

import io.hourshare.store.JournalReading.Damage;

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
    public void count(Subject subject, Findings findings) {
        findings.checked(subject.journal().lines().size());
        for (Damage damage : subject.journal().damages()) {
            findings.broken("日志", damage.expected(), damage.found(), damage.file(), (long) damage.number());
        }
    }
}
