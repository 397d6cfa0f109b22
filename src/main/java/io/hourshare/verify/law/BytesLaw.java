package io.hourshare.verify.law;

import io.hourshare.kernel.Digest;
import io.hourshare.land.KeyMissingException;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.Retention;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.JournalFact.CatalogueKept;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalFact.Stored;
import io.hourshare.verify.Law;
import io.hourshare.verify.Level;
import io.hourshare.verify.Sources;
import io.hourshare.verify.law.Subject.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Law 1: landed bytes are those that the journal names, no file is missing and none was put in. */
final class BytesLaw implements LawCount {

    private final Sources sources;

    BytesLaw(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Law law() {
        return Law.BYTES;
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }

    @Override
    public void count(Subject subject, Findings findings) throws IOException {
        Map<String, ObjectLanded> objects = new HashMap<>();
        for (Entry<ObjectLanded> line : subject.entries(ObjectLanded.class).toList()) {
            objects.put(line.entry().path(), line.entry());
            if (subject.ledger().destroyed().covers(line.entry().path())) {
                findings.destroyed(1);
            } else {
                object(subject, line.entry(), findings);
                sealed(subject, line.entry(), findings);
            }
        }
        subject.entries(DeliveryLanded.class).forEach(line -> delivery(line, objects, findings));
        subject.all(CatalogueKept.class).stream().distinct().forEach(kept -> catalogue(subject, kept, findings));
        strangers(subject, objects.keySet(), findings);
    }

    private static void catalogue(Subject subject, CatalogueKept kept, Findings findings) {
        String scope = "目录版本 " + kept.catalogue().short8();
        findings.checked(1);
        try {
            if (!DurableFiles.digest(subject.resolve(kept.path())).equals(kept.content())) {
                findings.broken(scope, "摘要 " + kept.content(), "内容被改动", kept.path(), null);
            }
        } catch (IOException e) {
            findings.broken(scope, "留存的目录", "文件不存在或读不出来", kept.path(), null);
        }
    }

    private static void object(Subject subject, ObjectLanded object, Findings findings) throws IOException {
        String scope = object.feed() + " " + object.window();
        Path file = subject.resolve(object.path());
        Stored stored = Objects.requireNonNullElse(object.stored(), new Stored(object.size(), object.digest()));
        findings.checked(1);
        try {
            long size = Files.size(file);
            if (size != stored.size()) {
                findings.broken(scope, stored.size() + " 字节", size + " 字节", object.path(), null);
            } else if (subject.covers(object.window())
                    && !DurableFiles.digest(file).equals(stored.digest())) {
                findings.broken(scope, "摘要 " + stored.digest(), "内容被改动", object.path(), null);
            }
        } catch (NoSuchFileException e) {
            findings.broken(scope, stored.size() + " 字节", "文件不存在", object.path(), null);
        }
    }

    /** What is encrypted can be opened, and gives the bytes that came; a copy without any key is not asked for that. */
    private void sealed(Subject subject, ObjectLanded object, Findings findings) {
        if (object.stored() == null) {
            return;
        }
        LandedFiles landed = subject.landed(sources);
        String scope = object.feed() + " " + object.window();
        if (Retention.isOver(sources.catalogue(), object.path(), subject.at())) {
            findings.destroyed(1);
        } else if (landed.lacksKey(object.path())) {
            findings.broken(scope, "有落地密钥", "密钥遗失（日志里没有按规则销毁它的记录）", object.path(), null);
        } else if (!subject.isQuick() && landed.opens(object.path())) {
            findings.checked(1);
            try (InputStream in = landed.content(object.path()).stream()) {
                findings.equal(scope, object.digest(), Digest.of(in), object.path());
            } catch (IOException | KeyMissingException e) {
                findings.broken(scope, "可以解密", String.valueOf(e.getMessage()), object.path(), null);
            }
        }
    }

    private static void delivery(Entry<DeliveryLanded> line, Map<String, ObjectLanded> objects, Findings findings) {
        DeliveryLanded delivery = line.entry();
        String scope = delivery.feed() + " " + delivery.window();
        List<String> digests = new ArrayList<>();
        for (String path : delivery.objects()) {
            ObjectLanded object = objects.get(path);
            if (object == null) {
                findings.broken(scope, "日志记有 " + path, "没有该文件的日志行", line.file(), line.row());
                return;
            }
            digests.add(object.digest().hex());
        }
        if (!Digest.of(digests).equals(delivery.delivery())) {
            findings.broken(scope, "批次摘要 " + delivery.delivery(), Digest.of(digests), line.file(), line.row());
        }
    }

    /** Files in landing that no line names: put into a counted delivery, or left by a crash before their line. */
    private static void strangers(Subject subject, Set<String> named, Findings findings) throws IOException {
        Path landing = subject.resolve("landing");
        if (!Files.isDirectory(landing)) {
            return;
        }
        Set<String> folders = named.stream().map(BytesLaw::folder).collect(Collectors.toSet());
        try (Stream<Path> all = Files.walk(landing)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = subject.home().relativize(file).toString().replace('\\', '/');
                if (path.contains("/.") && path.contains(".tmp/") || named.contains(path)) {
                    continue;
                }
                if (subject.isNamedMeanwhile(path)) {
                    findings.checked(1);
                } else if (folders.contains(folder(path)) || path.split("/").length != 5) {
                    findings.broken("落地目录", "日志所记的文件", "多出的文件", path, null);
                } else {
                    findings.warning("落地目录", "日志所记的文件", "中断时留下、尚未入账的文件", path);
                }
            }
        }
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
