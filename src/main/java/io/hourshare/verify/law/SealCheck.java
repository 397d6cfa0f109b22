package io.hourshare.verify.law;

import io.hourshare.store.JournalFact.HourSealed;
import io.hourshare.store.JournalLine;
import io.hourshare.store.JournalReading;
import io.hourshare.verify.HourSeals;
import io.hourshare.verify.SealAnchor;
import io.hourshare.verify.SealAnchor.Anchored;
import io.hourshare.verify.SealAnchor.Content;
import io.hourshare.verify.law.Subject.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The second half of law 10: every hour's seal fits the lines that it seals, in the journal and in the anchor. */
final class SealCheck {

    private SealCheck() {}

    static void count(Subject subject, Path anchor, Findings findings) throws IOException {
        List<JournalLine> chain = subject.journal().chain();
        List<Entry<HourSealed>> seals = subject.entries(HourSealed.class).toList();
        Content content = SealAnchor.read(anchor);
        String file = anchor.startsWith(subject.home())
                ? subject.home().relativize(anchor).toString()
                : anchor.toString();
        for (int i = 0; i < seals.size(); i++) {
            HourSealed seal = seals.get(i).entry();
            fits(seals.get(i), chain, findings);
            if (!content.isEmpty() && content.seals().stream().noneMatch(line -> line.names(seal))) {
                missing(seal, i == seals.size() - 1, file, findings);
            }
        }
        List<Anchored> lost = lost(subject, content.seals());
        if (content.others() + lost.size() > 0) {
            String first = lost.isEmpty() ? "无法解析的行" : "日志没有的时段 " + lost.get(0).hour();
            findings.broken(
                    "证据根",
                    "与日志的 " + seals.size() + " 个相同",
                    "另有 " + (content.others() + lost.size()) + " 行，如" + first,
                    file,
                    null);
        }
    }

    /** An hour that was sealed since the journal was read stands in the journal by now: its line is written first. */
    private static List<Anchored> lost(Subject subject, List<Anchored> anchored) throws IOException {
        List<Anchored> lost = SealAnchor.lost(anchored, subject.journal().chain());
        return lost.isEmpty()
                ? lost
                : SealAnchor.lost(anchored, JournalReading.read(subject.home()).chain());
    }

    /** The last one is what a process killed between the journal's line and the anchor's leaves out, and the next one adds. */
    private static void missing(HourSealed seal, boolean last, String file, Findings findings) {
        String scope = "时段 " + seal.hour();
        String expected = "锚文件记有 " + seal.root().short8();
        if (last) {
            findings.warning(scope, expected, "没有该行（进程在写它之前中断，下次启动时补上）", file);
        } else {
            findings.broken(scope, expected, "没有该行", file, null);
        }
    }

    private static void fits(Entry<HourSealed> seal, List<JournalLine> chain, Findings findings) {
        HourSealed sealed = seal.entry();
        List<JournalLine> lines = between(chain, sealed.first(), sealed.last());
        findings.checked(1);
        if (lines.size() != sealed.last() - sealed.first() + 1
                || !HourSeals.root(lines).equals(sealed.root())) {
            findings.broken("时段 " + sealed.hour(), "证据根 " + sealed.root().short8(), "与所封各行不符", seal.file(), seal.row());
        }
    }

    /** Lines of these numbers, in whose order a chain is that holds; one that does not has no such lines. */
    private static List<JournalLine> between(List<JournalLine> chain, long first, long last) {
        int from = before(chain, first);
        return chain.subList(from, Math.max(from, before(chain, last + 1)));
    }

    /** How many lines have a smaller number. */
    private static int before(List<JournalLine> chain, long sequence) {
        int from = 0;
        int to = chain.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (chain.get(middle).sequence() < sequence) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
