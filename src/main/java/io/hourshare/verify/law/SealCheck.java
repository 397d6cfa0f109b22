package io.hourshare.verify.law;

import io.hourshare.store.JournalFact.HourSealed;
import io.hourshare.store.JournalLine;
import io.hourshare.verify.HourSeals;
import io.hourshare.verify.law.Subject.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The second half of law 10: every hour's seal fits the lines that it seals, in the journal and in the anchor. */
final class SealCheck {

    private static final String ANCHOR = "evidence/roots.jsonl";

    private SealCheck() {}

    static void count(Subject subject, Findings findings) throws IOException {
        List<JournalLine> chain = subject.journal().chain();
        List<Entry<HourSealed>> seals = subject.entries(HourSealed.class).toList();
        Path anchor = subject.resolve(ANCHOR);
        List<String> anchored =
                Files.isRegularFile(anchor) ? Files.readAllLines(anchor, StandardCharsets.UTF_8) : List.of();
        for (int i = 0; i < seals.size(); i++) {
            HourSealed seal = seals.get(i).entry();
            fits(seals.get(i), chain, findings);
            if (!anchored.isEmpty() && anchored.stream().noneMatch(line -> names(line, seal))) {
                missing(seal, i == seals.size() - 1, findings);
            }
        }
        if (anchored.size() > seals.size()) {
            findings.broken("证据根", "日志有 " + anchored.size() + " 个", seals.size() + " 个", ANCHOR, null);
        }
    }

    /** The last one is what a process killed between the journal's line and the anchor's leaves out, and the next one adds. */
    private static void missing(HourSealed seal, boolean last, Findings findings) {
        String scope = "时段 " + seal.hour();
        String expected = "锚文件记有 " + seal.root().short8();
        if (last) {
            findings.warning(scope, expected, "没有该行（进程在写它之前中断，下次启动时补上）", ANCHOR);
        } else {
            findings.broken(scope, expected, "没有该行", ANCHOR, null);
        }
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

    private static boolean names(String line, HourSealed seal) {
        return line.contains("\"last\":" + seal.last() + ",")
                && line.contains(seal.root().hex());
    }
}
