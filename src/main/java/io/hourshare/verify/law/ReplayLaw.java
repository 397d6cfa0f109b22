package io.hourshare.verify.law;

import io.hourshare.normalize.BatchHeldException;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import io.hourshare.verify.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Law 9: landed bytes, normalized once more by the catalogue that the journal names, give the same files byte by byte. */
final class ReplayLaw implements LawCount {

    private final Sources sources;

    ReplayLaw(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Law law() {
        return Law.REPLAY;
    }

    @Override
    public Level from() {
        return Level.DEEP;
    }

    @Override
    public void count(Subject subject, Findings findings) throws IOException {
        Map<String, ObjectLanded> objects = new HashMap<>();
        subject.all(ObjectLanded.class).forEach(object -> objects.put(object.path(), object));
        Map<String, DeliveryLanded> deliveries = new HashMap<>();
        subject.all(DeliveryLanded.class).forEach(one -> deliveries.put(key(one), one));
        Optional<Again> opened = Again.open(subject, sources);
        if (opened.isEmpty()) {
            findings.unchecked("找不到令牌密钥，无法重放；请用 --token-key 指明");
            return;
        }
        try (Again again = opened.get()) {
            for (BatchAdopted batch : subject.all(BatchAdopted.class)) {
                DeliveryLanded delivery = deliveries.get(batch.feed() + "@" + batch.window() + "@" + batch.delivery());
                if (delivery == null || subject.isRetired(batch)) {
                    continue;
                }
                if (subject.ledger().destroyed().coversAny(delivery.objects())) {
                    findings.destroyed(delivery.objects().size());
                } else if (delivery.objects().stream().allMatch(again::reads)) {
                    batch(subject, again, batch, delivery, objects, findings);
                } else {
                    findings.warning(batch.feed() + " " + batch.window(), "可重放", "落地密钥不在，未能重放", "journal");
                }
            }
        }
    }

    private static void batch(
            Subject subject,
            Again again,
            BatchAdopted batch,
            DeliveryLanded delivery,
            Map<String, ObjectLanded> objects,
            Findings findings)
            throws IOException {
        String scope = batch.feed() + " " + batch.window();
        Set<String> given = new TreeSet<>();
        for (String path : delivery.objects()) {
            try {
                Optional<List<String>> paths = again.replay(batch, Objects.requireNonNull(objects.get(path), path));
                if (paths.isEmpty()) {
                    findings.warning(scope, "目录版本 " + batch.catalogue().short8(), "当时的目录没有留存，未能重放", "journal");
                    return;
                }
                given.addAll(paths.get());
            } catch (BatchHeldException | UncheckedIOException e) {
                findings.broken(scope, "可再次读取", String.valueOf(e.getMessage()), path, null);
                return;
            }
        }
        compare(subject, again, batch, given, findings);
    }

    private static void compare(Subject subject, Again again, BatchAdopted batch, Set<String> given, Findings findings)
            throws IOException {
        String scope = batch.feed() + " " + batch.window();
        List<String> adopted = batch.files().stream()
                .filter(file -> !file.endsWith("/duplicates.parquet"))
                .sorted()
                .toList();
        findings.equal(scope + " 文件", List.copyOf(given), adopted, adopted.isEmpty() ? "lake" : adopted.get(0));
        for (String path : given) {
            findings.checked(1);
            long different = Files.isRegularFile(subject.resolve(path))
                    ? Files.mismatch(again.resolve(path), subject.resolve(path))
                    : 0;
            if (different >= 0) {
                findings.broken(scope, "与重放逐字节相等", "自第 " + (different + 1) + " 字节起不同", path, null);
            }
        }
    }

    private static String key(DeliveryLanded delivery) {
        return delivery.feed() + "@" + delivery.window() + "@" + delivery.delivery();
    }
}
