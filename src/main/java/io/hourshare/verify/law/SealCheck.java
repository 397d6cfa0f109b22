package io.hourshare.verify.law;

import io.hourshare.store.JournalFact.HourSealed;
import io.hourshare.store.JournalLine;
import io.hourshare.verify.HourSeals;
import io.hourshare.verify.SealAnchor;
import io.hourshare.verify.SealAnchor.Anchored;
import io.hourshare.verify.law.Subject.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The second half of law 10: every hour's seal fits the lines that it seals, in the journal and in the anchor. */
final class SealCheck {

    private SealCheck() {}

    static void count(Subject subject, Path anchor, Findings findings) throws IOException {
        List<JournalLine> chain = subject.journal().chain();
        List<Entry<HourSealed>> seals = subject.entries(HourSealed.class).toList();
        List<Anchored> anchored = SealAnchor.read(anchor);
        String file = anchor.startsWith(subject.home())
                ? subject.home().relativize(anchor).toString()
                : anchor.toString();
        boolean present = Files.isRegularFile(anchor) && Files.size(anchor) > 0;
        for (int i = 0; i < seals.size(); i++) {
            HourSealed seal = seals.get(i).entry();
            fits(seals.get(i), chain, findings);
            if (present && anchored.stream().noneMatch(line -> line.names(seal))) {
                missing(seal, i == seals.size() - 1, file, findings);
            }
        }
        long others = present ? others(anchor, anchored) : 0;
        List<Anchored> lost = SealAnchor.lost(anchored, chain);
        if (others + lost.size() > 0) {
            String first = lost.isEmpty() ? "无法解析的行" : "日志没有的时段 " + lost.get(0).hour();
            findings.broken(
                    "证据根",
                    "与日志的 " + seals.size() + " 个相同",
                    "另有 " + (others + lost.size()) + " 行，如" + first,
                    file,
                    null);
        }
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

    /** Whole lines that are no seal. */
    private static long others(Path anchor, List<Anchored> anchored) throws IOException {
        String text = Files.readString(anchor, StandardCharsets.UTF_8);
        long whole = text.chars().filter(one -> one == '\n').count();
        return Math.max(0, whole - anchored.size());
    }

    private static void fits(Entry<HourSealed> seal, List<JournalLine> chain, Findings findings) {
        HourSealed sealed = seal.entry();
        List<JournalLine> lines = chain.stream()
                .filter(line -> line.sequence() >= sealed.first() && line.sequence() <= sealed.last())
                .toList();
        findings.checked(1);
        if (lines.size() != sealed.last() - sealed.first() + 1
                || !HourSeals.root(lines).equals(sealed.root())) {
            findings.broken("时段 " + sealed.hour(), "证据根 " + sealed.root().short8(), "与所封各行不符", seal.file(), seal.row());
        }
    }
}
