package io.hourshare.verify.law;

import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import io.hourshare.verify.law.Subject.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Law 8: however often something was tried, one result of it counts, and trying again gave the same. */
final class OnceLaw implements LawCount {

    @Override
    public Law law() {
        return Law.ONCE;
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }

    @Override
    public void count(Subject subject, Findings findings) {
        Map<String, String> adopted = new HashMap<>();
        subject.entries(BatchAdopted.class).forEach(line -> adoption(line, adopted, findings));
        Map<String, List<String>> stages = new HashMap<>();
        subject.entries(StageDone.class).forEach(line -> stage(line, stages, findings));
    }

    /** Another delivery of the window, or another mapping, is another result; the same one again is not. */
    private static void adoption(Entry<BatchAdopted> line, Map<String, String> adopted, Findings findings) {
        BatchAdopted batch = line.entry();
        String slot = batch.feed() + " " + batch.window();
        String result = batch.mapped() + " " + batch.delivery();
        findings.checked(1);
        if (result.equals(adopted.put(slot, result))) {
            findings.broken(slot, "采用一次", "再次采用批次 " + batch.delivery().short8(), line.file(), line.row());
        }
    }

    private static void stage(Entry<StageDone> line, Map<String, List<String>> stages, Findings findings) {
        StageDone done = line.entry();
        findings.checked(1);
        List<String> before = stages.putIfAbsent(done.stage() + "@" + done.inputs(), done.files());
        if (before != null && !before.equals(done.files())) {
            findings.broken(done.stage(), before, done.files(), line.file(), line.row());
        }
    }
}
