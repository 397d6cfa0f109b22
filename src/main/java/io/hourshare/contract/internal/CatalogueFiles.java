package io.hourshare.contract.internal;

import io.hourshare.kernel.FeedId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catalogue's files by path, and where each kind of file stands. */
record CatalogueFiles(SortedMap<String, String> texts) {

    static final Pattern CONTRACT = Pattern.compile("schemas/(?!canonical/|code-lists/)([^/]+)/([^/]+)\\.odcs\\.yaml");
    static final Pattern ROUTE = Pattern.compile("routes/(?!templates/)([^/]+)/([^/]+)\\.camel\\.yaml");
    static final Pattern JOB =
            Pattern.compile("jobs/(?!resolve/|merge/|publish/|tests/|ledgers/|contradictions/)([^/]+)/([^/]+)\\.yaml");
    static final Pattern CANONICAL = Pattern.compile("schemas/canonical/([^/]+)\\.odcs\\.yaml");
    static final Pattern TEMPLATE = Pattern.compile("routes/templates/([^/]+)\\.camel\\.yaml");
    static final Pattern CODE_LIST = Pattern.compile("schemas/code-lists/([^/]+)\\.csv");
    static final Pattern LEDGER = Pattern.compile("jobs/ledgers/([^/]+)\\.yaml");
    static final Pattern MODEL = Pattern.compile("jobs/(resolve|merge|publish|contradictions)/([^/]+)\\.sql");
    static final String SURVIVORSHIP = "jobs/merge/enterprise.yaml";

    /** Paths by the words that the pattern's groups catch, joined by a dot. */
    Map<String, String> matching(Pattern pattern) {
        Map<String, String> paths = new TreeMap<>();
        for (String path : texts.keySet()) {
            Matcher matcher = pattern.matcher(path);
            if (matcher.matches()) {
                String tail = matcher.groupCount() > 1 ? "." + matcher.group(2) : "";
                paths.put(matcher.group(1) + tail, path);
            }
        }
        return paths;
    }

    /** Editors of some systems put a mark before the first letter; it is no part of the text. */
    String text(String path) {
        String text = texts.getOrDefault(path, "");
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    static Optional<FeedId> feedId(String department, String name) {
        try {
            return Optional.of(new FeedId(department, name));
        } catch (IllegalArgumentException notKebab) {
            return Optional.empty();
        }
    }
}
