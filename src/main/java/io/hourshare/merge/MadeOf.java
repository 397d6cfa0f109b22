package io.hourshare.merge;

import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a merge was made of and what it wrote, kept beside its tables: the next one tells by it what has changed.
 *
 * @param rules by which each enterprise's rows follow from its own records; where they differ, everybody's may
 * @param records files of current records by feed
 * @param identity files of the resolution by table
 * @param decided digest of what operators decided, by enterprise
 * @param written digests of the bytes of the tables' files, by path
 */
record MadeOf(
        Digest rules,
        SortedMap<String, List<String>> records,
        SortedMap<String, String> identity,
        SortedMap<String, String> decided,
        SortedMap<String, String> written) {

    private static final JsonMapper JSON = JsonMapper.shared();

    MadeOf {
        records = sorted(records);
        identity = sorted(identity);
        decided = sorted(decided);
        written = sorted(written);
    }

    private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    MadeOf with(Map<String, String> files) {
        return new MadeOf(rules, records, identity, decided, new TreeMap<>(files));
    }

    /** Every file that it was made of. */
    Collection<String> inputs() {
        List<String> inputs = new ArrayList<>(identity.values());
        records.values().forEach(inputs::addAll);
        return inputs;
    }

    void write(DataRoot root, String path) {
        try {
            DurableFiles.write(root.resolve(path), temporary -> Files.write(temporary, JSON.writeValueAsBytes(this)));
        } catch (IOException e) {
            throw new UncheckedIOException("画像文件写不成：" + path + "；请检查磁盘空间与权限", e);
        }
    }

    /** Empty where the file cannot be read as such: nothing is built on it then. */
    static Optional<MadeOf> read(DataRoot root, String path) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(root.resolve(path)), MadeOf.class));
        } catch (IOException | JacksonException damaged) {
            return Optional.empty();
        }
    }
}
