package io.hourshare.contract.internal;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Feed;
import io.hourshare.contract.RouteTemplate;
import io.hourshare.contract.SqlModel;
import io.hourshare.contract.Survivorship;
import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Puts a catalogue together from its files: shared parts first, then feed by feed, then what spans feeds. */
public final class CatalogueAssembly {

    private final CatalogueFiles files;
    private final FileCheck check;
    private final Problems problems = new Problems();
    private final FileSchemas schemas = new FileSchemas();
    private final Map<String, YamlFile> parsed = new TreeMap<>();

    /**
     * @param texts contents by path relative to the catalogue
     */
    public CatalogueAssembly(SortedMap<String, String> texts) {
        this.files = new CatalogueFiles(texts);
        this.check = new FileCheck(files, problems);
    }

    /** Reads and checks everything. */
    public CatalogueReading read() {
        check.reportUnknown();
        Map<String, CodeList> codeLists = codeLists();
        Map<String, RouteTemplate> templates = templates();
        Map<String, CanonicalEntity> declared = entities();
        FeedBinding binding = new FeedBinding(templates, declared, codeLists, parsed, problems);
        Set<FeedId> leftOut = new HashSet<>();
        Map<FeedId, Feed> feeds = feeds(binding, leftOut);
        Map<String, CanonicalEntity> entities = new DeclaredFields(problems).added(declared, feeds, parsed);
        feeds.keySet().removeIf(id -> problems.brokenIn(paths(id)) && leftOut.add(id));
        Survivorship survivorship = survivorship(feeds, leftOut, entities, codeLists);
        Map<String, List<SqlModel>> models = models();
        Catalogue catalogue = new Catalogue(
                List.copyOf(feeds.values()),
                List.copyOf(templates.values()),
                entities,
                codeLists,
                models,
                survivorship,
                CatalogueDigest.of(feeds.values(), entities, codeLists, models, survivorship));
        return new CatalogueReading(catalogue, documents(), problems.list());
    }

    /** Files that a module of their own reads: checked here, so that one call names every mistake. */
    private Map<String, JsonNode> documents() {
        Map<String, JsonNode> documents = new TreeMap<>();
        files.matching(CatalogueFiles.LEDGER)
                .forEach((name, path) -> yaml(FileKind.LEDGER, path)
                        .filter(file -> !problems.brokenIn(List.of(path)))
                        .ifPresent(file -> documents.put(path, file.tree())));
        return documents;
    }

    private Optional<YamlFile> yaml(FileKind kind, String path) {
        Optional<YamlFile> file =
                check.isReadable(path) ? YamlParser.parse(path, files.text(path), problems) : Optional.empty();
        file.ifPresent(one -> {
            schemas.check(kind, one, problems);
            parsed.put(path, one);
        });
        return file;
    }

    private Map<String, CodeList> codeLists() {
        Map<String, CodeList> lists = new TreeMap<>();
        CodeListReader reader = new CodeListReader(problems);
        Map<String, String> readable = files.matching(CatalogueFiles.CODE_LIST);
        readable.values().removeIf(path -> !check.isReadable(path));
        readable.forEach(
                (name, path) -> reader.read(name, path, files.text(path)).ifPresent(list -> lists.put(name, list)));
        return lists;
    }

    private Map<String, RouteTemplate> templates() {
        Map<String, RouteTemplate> templates = new TreeMap<>();
        RouteReader reader = new RouteReader(problems);
        files.matching(CatalogueFiles.TEMPLATE)
                .forEach((name, path) -> yaml(FileKind.ROUTE_TEMPLATE, path)
                        .flatMap(reader::template)
                        .ifPresent(template -> templates.put(template.id(), template)));
        return templates;
    }

    private Map<String, CanonicalEntity> entities() {
        Map<String, CanonicalEntity> entities = new TreeMap<>();
        CanonicalReader reader = new CanonicalReader(problems);
        files.matching(CatalogueFiles.CANONICAL)
                .forEach((name, path) -> yaml(FileKind.CANONICAL_CONTRACT, path)
                        .ifPresent(file -> entities.put(name, reader.read(name, file))));
        return entities;
    }

    private Map<FeedId, Feed> feeds(FeedBinding binding, Set<FeedId> leftOut) {
        Map<String, String> contracts = files.matching(CatalogueFiles.CONTRACT);
        Map<String, String> routes = files.matching(CatalogueFiles.ROUTE);
        Map<String, String> jobs = files.matching(CatalogueFiles.JOB);
        Set<String> stems = new TreeSet<>(contracts.keySet());
        stems.addAll(routes.keySet());
        stems.addAll(jobs.keySet());
        Map<FeedId, Feed> feeds = new TreeMap<>();
        for (String stem : stems) {
            Optional<FeedId> id = id(stem, List.of(contracts, routes, jobs));
            Optional<YamlFile> contract = part(FileKind.FEED_CONTRACT, stem, contracts);
            Optional<YamlFile> route = part(FileKind.ROUTE, stem, routes);
            Optional<YamlFile> job = part(FileKind.JOB, stem, jobs);
            if (id.isPresent() && contract.isPresent() && job.isPresent() && dormant(contract.get())) {
                binding.check(id.get(), contract.get(), job.get());
                leftOut.add(id.get());
            } else if (id.isPresent() && contract.isPresent() && route.isPresent() && job.isPresent()) {
                feeds.put(id.get(), binding.bind(id.get(), contract.get(), route.get(), job.get()));
            } else {
                id.ifPresent(leftOut::add);
                id.ifPresent(one -> reportMissing(one, stem, List.of(contracts, routes, jobs)));
            }
        }
        return feeds;
    }

    /** Not yet, or no longer, pulled: such a feed needs no route, and is checked but not offered. */
    private static boolean dormant(YamlFile contract) {
        return Set.of("proposed", "retired")
                .contains(contract.root().get("status").text());
    }

    private Optional<YamlFile> part(FileKind kind, String stem, Map<String, String> paths) {
        String path = paths.get(stem);
        return path == null ? Optional.empty() : yaml(kind, path);
    }

    private Optional<FeedId> id(String stem, List<Map<String, String>> kinds) {
        int dot = stem.indexOf('.');
        Optional<FeedId> id = CatalogueFiles.feedId(stem.substring(0, dot), stem.substring(dot + 1));
        if (id.isEmpty()) {
            kinds.stream()
                    .filter(paths -> paths.containsKey(stem))
                    .limit(1)
                    .forEach(paths -> problems.error(
                            paths.getOrDefault(stem, stem),
                            Place.FILE,
                            "FILE_NAME_WRONG",
                            "文件夹或文件名写法不对：" + stem,
                            "只用小写字母、数字和连字符，以字母开头，如 tax/credit-rating"));
        }
        return id;
    }

    private void reportMissing(FeedId id, String stem, List<Map<String, String>> kinds) {
        List<String> wanted = paths(id);
        String present = kinds.stream()
                .filter(one -> one.containsKey(stem))
                .findFirst()
                .orElseThrow()
                .getOrDefault(stem, "");
        for (int i = 0; i < kinds.size(); i++) {
            if (!kinds.get(i).containsKey(stem)) {
                problems.error(
                        present,
                        Place.FILE,
                        "FILE_MISSING",
                        "数据源 " + id + " 缺少文件 " + wanted.get(i),
                        "补上该文件；一个数据源由同名的契约、路由、作业三个文件组成");
            }
        }
    }

    private static List<String> paths(FeedId id) {
        String stem = id.department() + "/" + id.name();
        return List.of("schemas/" + stem + ".odcs.yaml", "routes/" + stem + ".camel.yaml", "jobs/" + stem + ".yaml");
    }

    private Survivorship survivorship(
            Map<FeedId, Feed> feeds,
            Set<FeedId> leftOut,
            Map<String, CanonicalEntity> entities,
            Map<String, CodeList> codeLists) {
        CanonicalEntity enterprise = entities.get(CanonicalEntity.ENTERPRISE);
        if (enterprise == null || !files.texts().containsKey(CatalogueFiles.SURVIVORSHIP)) {
            return new Survivorship(Map.of());
        }
        return yaml(FileKind.SURVIVORSHIP, CatalogueFiles.SURVIVORSHIP)
                .map(file -> new SurvivorshipReader(feeds, leftOut, codeLists, problems).read(file, enterprise))
                .orElseGet(() -> new Survivorship(Map.of()));
    }

    private Map<String, List<SqlModel>> models() {
        Map<String, List<SqlModel>> models = new TreeMap<>();
        for (String folder : List.of("resolve", "merge", "publish", "contradictions")) {
            Pattern pattern = Pattern.compile("jobs/" + folder + "/([^/]+)\\.sql");
            List<SqlModel> found = new ArrayList<>();
            files.matching(pattern).forEach((name, path) -> found.add(new SqlModel(name, path, files.text(path))));
            found.removeIf(model -> !check.isReadable(model.file()));
            ModelReader reader = new ModelReader(problems);
            if (folder.equals("contradictions")) {
                found.forEach(reader::checkRule);
            }
            models.put(folder, reader.ordered(found));
        }
        return models;
    }
}
