package io.hourshare.verify.law;

import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import io.hourshare.verify.law.Subject.Entry;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Law 2: what was received is accepted, quarantined, a duplicate or dropped by rule, as the files have it. */
final class RowsLaw implements LawCount {

    private static final String DUPLICATES = "/duplicates.parquet";

    @Override
    public Law law() {
        return Law.ROWS;
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }

    @Override
    public void count(Subject subject, Findings findings) {
        Map<String, DeliveryLanded> deliveries = new TreeMap<>();
        subject.all(DeliveryLanded.class).forEach(one -> deliveries.put(key(one), one));
        try (Session session = subject.engine().open()) {
            subject.entries(BatchAdopted.class)
                    .filter(line -> subject.covers(line.entry().window()))
                    .forEach(line -> {
                        balance(line, deliveries, findings);
                        if (gone(subject, deliveries, line.entry())) {
                            findings.destroyed(1);
                        } else if (!subject.isRetired(line.entry())) {
                            recount(subject, session, line.entry(), findings);
                        }
                    });
        }
    }

    /** What was held back goes with the landed bytes that it quotes. */
    private static boolean gone(Subject subject, Map<String, DeliveryLanded> deliveries, BatchAdopted batch) {
        DeliveryLanded delivery = deliveries.get(batch.feed() + "@" + batch.window() + "@" + batch.delivery());
        return delivery != null && subject.ledger().destroyed().coversAny(delivery.objects());
    }

    private static void balance(Entry<BatchAdopted> line, Map<String, DeliveryLanded> deliveries, Findings findings) {
        BatchAdopted batch = line.entry();
        BatchCounts counts = batch.counts();
        findings.checked(1);
        if (!counts.balances()) {
            findings.broken(scope(batch), sum(counts), received(counts), line.file(), line.row());
        }
        if (!deliveries.containsKey(batch.feed() + "@" + batch.window() + "@" + batch.delivery())) {
            findings.broken(
                    scope(batch), "批次 " + batch.delivery().short8() + " 已落地", "没有该批次的日志行", line.file(), line.row());
        }
    }

    private static void recount(Subject subject, Session session, BatchAdopted batch, Findings findings) {
        List<String> missing = batch.files().stream()
                .filter(file -> !Files.isRegularFile(subject.resolve(file)))
                .toList();
        missing.forEach(file -> findings.broken(scope(batch), "入库文件", "文件不存在", file, null));
        if (!missing.isEmpty()) {
            return;
        }
        BatchCounts counts = batch.counts();
        List<String> records = batch.records();
        List<String> quarantine = of(batch, "lake/quarantine/").stream()
                .filter(file -> !file.endsWith(DUPLICATES))
                .toList();
        List<String> duplicates =
                batch.files().stream().filter(file -> file.endsWith(DUPLICATES)).toList();
        try {
            long repeated = rows(subject, session, duplicates);
            String first = batch.files().isEmpty() ? "" : batch.files().get(0);
            findings.equal(scope(batch) + " 重复", counts.duplicates(), repeated, first);
            findings.equal(scope(batch) + " 入库", counts.accepted(), rows(subject, session, records) - repeated, first);
            findings.equal(scope(batch) + " 退回", counts.quarantined(), rows(subject, session, quarantine), first);
            places(subject, session, records, quarantine, batch, findings);
        } catch (EngineException e) {
            unreadable(subject, session, batch, findings);
        }
    }

    /** No record stands twice: neither accepted twice nor accepted and quarantined. */
    private static void places(
            Subject subject,
            Session session,
            List<String> records,
            List<String> quarantine,
            BatchAdopted batch,
            Findings findings) {
        if (records.isEmpty()) {
            return;
        }
        String all = "select _object as object, _ordinal as ordinal from " + Parquet.of(subject, records)
                + (quarantine.isEmpty()
                        ? ""
                        : " union all select object, ordinal from " + Parquet.of(subject, quarantine));
        long twice = session.number("select coalesce(sum(many - 1), 0)::bigint from (select count(*) as many from ("
                + all + ") group by object, ordinal)");
        findings.equal(scope(batch) + " 同一位置的记录", 0L, twice, records.get(0));
    }

    private static void unreadable(Subject subject, Session session, BatchAdopted batch, Findings findings) {
        for (String file : batch.files()) {
            try {
                session.number("select count(columns(*)) from " + Parquet.of(subject, List.of(file)));
            } catch (EngineException e) {
                findings.broken(scope(batch), "可读的 Parquet 文件", "文件损坏", file, null);
            }
        }
    }

    private static long rows(Subject subject, Session session, List<String> files) {
        return files.isEmpty() ? 0 : session.number("select count(*) from " + Parquet.of(subject, files));
    }

    private static List<String> of(BatchAdopted batch, String folder) {
        return batch.files().stream().filter(file -> file.startsWith(folder)).toList();
    }

    private static String sum(BatchCounts counts) {
        return "入库 %d + 退回 %d + 重复 %d + 剔除 %d = %d"
                .formatted(
                        counts.accepted(),
                        counts.quarantined(),
                        counts.duplicates(),
                        counts.dropped(),
                        counts.accepted() + counts.quarantined() + counts.duplicates() + counts.dropped());
    }

    private static String received(BatchCounts counts) {
        return "收到 " + counts.received() + (counts.declared() == null ? "" : "，声明 " + counts.declared());
    }

    private static String key(DeliveryLanded delivery) {
        return delivery.feed() + "@" + delivery.window() + "@" + delivery.delivery();
    }

    private static String scope(BatchAdopted batch) {
        return batch.feed() + " " + batch.window();
    }
}
