package io.hourshare.publish;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.kernel.Digest;
import io.hourshare.publish.file.AnalystFile;
import io.hourshare.publish.file.ContradictionTable;
import io.hourshare.publish.file.DictionaryTables;
import io.hourshare.publish.file.FileContent;
import io.hourshare.publish.file.MetaTables;
import io.hourshare.publish.file.ProfileViews;
import io.hourshare.publish.file.Publication;
import io.hourshare.publish.file.ServeFile;
import io.hourshare.publish.file.Touched;
import io.hourshare.publish.file.TouchedProfiles;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds both files of a snapshot aside and reads back what it wrote before anybody may see them. Where most of what they
 * say was said and read back before, the earlier files are copied and only what changed is made anew.
 */
final class SnapshotBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotBuilder.class);

    /**
     * Of how many enterprises rows may have been taken out since a file was written whole, one in so many. They stay in
     * the file as unused room, and the new rows behind the others in no order.
     */
    private static final int MOST_REVISED = 2;

    private final Engine engine;
    private final ProfileViews views;
    private final ServeFile serve;
    private final AnalystFile analyst;
    private final TouchedProfiles profiles;

    /** Of this process alone: another version of the program may build the same profiles differently. */
    private @Nullable Made last;

    SnapshotBuilder(Engine engine, ProfileViews views, ServeFile serve, AnalystFile analyst, TouchedProfiles profiles) {
        this.engine = engine;
        this.views = views;
        this.serve = serve;
        this.analyst = analyst;
        this.profiles = profiles;
    }

    static SnapshotBuilder of(Catalogue catalogue, Ledger ledger, Engine engine, DataRoot root) {
        MetaTables meta = new MetaTables(catalogue, ledger);
        ProfileViews views = new ProfileViews(catalogue, root);
        return new SnapshotBuilder(
                engine,
                views,
                new ServeFile(catalogue, views, meta),
                new AnalystFile(views, meta, new DictionaryTables(catalogue, views), new ContradictionTable(catalogue)),
                new TouchedProfiles(engine, root, views));
    }

    /** @param files digests of the files' bytes by name */
    record Built(Digest content, Map<String, String> files) {
        Built {
            files = Map.copyOf(files);
        }
    }

    /**
     * What was built and read back.
     *
     * @param merged digest of the profiles that it tells
     * @param frame digest of what every row rests on beside its profile
     * @param revised enterprises whose rows were taken out since the files were written whole
     */
    private record Made(
            Digest merged,
            Digest frame,
            long revised,
            FileContent served,
            FileContent analysed,
            Map<String, String> files) {

        Built built() {
            return new Built(
                    Digest.of(List.of(served.digest().hex(), analysed.digest().hex())), files);
        }
    }

    Built build(Path folder, Publication publication) throws IOException {
        Made before = last;
        last = null; // after a failure the next hour is built whole
        Path earlier = publication.earlier();
        Optional<Made> made =
                before == null || earlier == null || !before.frame().equals(views.frame(publication))
                        ? Optional.empty()
                        : before.merged().equals(publication.merged().digest())
                                ? again(folder, publication, earlier, before)
                                : revised(folder, publication, earlier, before);
        Made next = made.isPresent() ? made.get() : anew(folder, publication);
        last = next;
        return next.built();
    }

    private Made anew(Path folder, Publication publication) throws IOException {
        Files.deleteIfExists(folder.resolve(SnapshotFolders.SERVE));
        Files.deleteIfExists(folder.resolve(SnapshotFolders.ANALYST));
        return made(
                folder,
                publication,
                0,
                served(folder).fill(session -> serve.fill(session, publication)),
                analysed(folder)
                        .fill(session -> analyst.fill(session, publication, folder.resolve(SnapshotFolders.SERVE))));
    }

    /**
     * Profiles that are the same again: the files that were read back before, with the hour's own tables in the place of
     * the earlier hour's. Empty where the files are not what was read back.
     */
    private Optional<Made> again(Path folder, Publication publication, Path earlier, Made before) throws IOException {
        if (!isCopied(folder, earlier, before)) {
            return Optional.empty();
        }
        return Optional.of(made(
                folder,
                publication,
                before.revised(),
                served(folder).renew(before.served(), serve.ofTheHour(publication)),
                analysed(folder).renew(before.analysed(), analyst.ofTheHour(publication))));
    }

    /**
     * Profiles that are the same of most enterprises: the files that were read back before, with the rows of the others
     * in the place of their earlier ones. Empty where that is not allowed or does not pay.
     */
    private Optional<Made> revised(Path folder, Publication publication, Path earlier, Made before) throws IOException {
        Path aside = Files.createDirectories(folder.resolve("touched"));
        try {
            Optional<Touched> touched = profiles.since(earlier, before.merged(), publication, aside);
            return touched.isEmpty() || !pays(touched.get(), before) || !isCopied(folder, earlier, before)
                    ? Optional.empty()
                    : Optional.of(revised(folder, publication, touched.get(), before));
        } catch (EngineException | SnapshotDamagedException e) {
            LOG.warn("上一个快照的文件未能修订，全部重建：{}", earlier, e);
            return Optional.empty();
        } finally {
            DurableFiles.deleteFolder(aside);
        }
    }

    private Made revised(Path folder, Publication publication, Touched touched, Made before) throws IOException {
        LOG.info("沿用上一个快照的文件，更新 {} 户（共 {} 户）", touched.enterprises().size(), touched.all());
        return made(
                folder,
                publication,
                before.revised() + touched.enterprises().size(),
                served(folder).revise(before.served(), serve.revision(publication, touched)),
                analysed(folder)
                        .revise(
                                before.analysed(),
                                analyst.revision(publication, touched, folder.resolve(SnapshotFolders.SERVE))));
    }

    private static boolean pays(Touched touched, Made before) {
        return (before.revised() + touched.enterprises().size()) * MOST_REVISED <= touched.all();
    }

    /** Copies the earlier files; whether they are what was read back when they were made. */
    private static boolean isCopied(Path folder, Path earlier, Made before) throws IOException {
        for (String name : List.of(SnapshotFolders.SERVE, SnapshotFolders.ANALYST)) {
            Digest copied = copied(earlier.resolveSibling(name), folder.resolve(name));
            if (!copied.hex().equals(before.files().get(name))) {
                return false;
            }
        }
        return true;
    }

    /** As a file of its own rights: nobody may write to one that was published. Answers the digest of its bytes. */
    private static Digest copied(Path from, Path to) throws IOException {
        MessageDigest bytes = Digest.sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(from), bytes)) {
            Files.copy(content, to);
        }
        return Digest.of(bytes);
    }

    private Made made(Path folder, Publication publication, long revised, FileContent served, FileContent analysed)
            throws IOException {
        return new Made(
                publication.merged().digest(), views.frame(publication), revised, served, analysed, digests(folder));
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        return Map.of(
                SnapshotFolders.SERVE,
                DurableFiles.digest(folder.resolve(SnapshotFolders.SERVE)).hex(),
                SnapshotFolders.ANALYST,
                DurableFiles.digest(folder.resolve(SnapshotFolders.ANALYST)).hex());
    }

    private ProvenFile served(Path folder) {
        return new ProvenFile(engine, folder.resolve(SnapshotFolders.SERVE));
    }

    private ProvenFile analysed(Path folder) {
        return new ProvenFile(engine, folder.resolve(SnapshotFolders.ANALYST));
    }
}
