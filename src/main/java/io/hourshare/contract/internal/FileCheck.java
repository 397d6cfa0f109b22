package io.hourshare.contract.internal;

import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with a file before anybody reads it: letters in another encoding, a name that nothing looks for. */
final class FileCheck {

    private static final char UNREADABLE = '\ufffd';
    private static final Pattern MEANT =
            Pattern.compile("(?i)(?:schemas|routes|jobs)/[^/]+/[^/.][^/]*\\.(?:ya?ml|csv|sql)");
    private static final List<Pattern> KNOWN = List.of(
            CatalogueFiles.CONTRACT,
            CatalogueFiles.ROUTE,
            CatalogueFiles.JOB,
            CatalogueFiles.CANONICAL,
            CatalogueFiles.TEMPLATE,
            CatalogueFiles.CODE_LIST,
            CatalogueFiles.LEDGER,
            CatalogueFiles.MODEL,
            Pattern.compile("jobs/(?:merge|tests)/[^/]+\\.(?:yaml|sql)"));

    private final CatalogueFiles files;
    private final Problems problems;

    FileCheck(CatalogueFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Whether the file's letters can be read; a problem is noted where they cannot. */
    boolean isReadable(String path) {
        String text = files.text(path);
        int at = text.indexOf(UNREADABLE);
        if (at < 0) {
            return true;
        }
        String before = text.substring(0, at);
        Place place = new Place((int) before.chars().filter(c -> c == '\n').count() + 1, at - before.lastIndexOf('\n'));
        String remedy = "用编辑器打开，另存为 UTF-8（记事本：另存为，编码选 UTF-8）";
        problems.error(path, place, "FILE_ENCODING", "文件不是 UTF-8 编码，像是 GBK 或 UTF-16", remedy);
        return false;
    }

    /** A file that nothing looks for is most often one whose ending is misspelt. */
    void reportUnknown() {
        files.texts().keySet().stream()
                .filter(path -> MEANT.matcher(path).matches())
                .filter(path ->
                        KNOWN.stream().noneMatch(kind -> kind.matcher(path).matches()))
                .forEach(path -> problems.error(
                        path,
                        Place.FILE,
                        "FILE_UNKNOWN",
                        "没有用到这个文件：文件名的结尾不是这个文件夹里所用的",
                        "改名为 " + wanted(path) + "；不用的文件移出目录"));
    }

    private static String wanted(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String name = path.substring(folder.length());
        String stem = name.substring(0, name.indexOf('.'));
        if (folder.equals("schemas/code-lists/")) {
            return folder + stem + ".csv";
        }
        if (List.of("jobs/resolve/", "jobs/merge/", "jobs/publish/", "jobs/contradictions/")
                .contains(folder)) {
            return folder + stem + ".sql";
        }
        return folder
                + stem
                + (folder.startsWith("schemas/")
                        ? ".odcs.yaml"
                        : folder.startsWith("routes/") ? ".camel.yaml" : ".yaml");
    }
}
