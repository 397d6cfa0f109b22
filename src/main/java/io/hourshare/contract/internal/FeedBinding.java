package io.hourshare.contract.internal;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.RouteInstance;
import io.hourshare.contract.RouteTemplate;
import io.hourshare.contract.SourceField;
import io.hourshare.contract.SourceFormat;
import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds a feed's three files to each other and to what they refer to. */
final class FeedBinding {

    private final Map<String, RouteTemplate> templates;
    private final Map<String, CanonicalEntity> entities;
    private final Map<String, CodeList> codeLists;
    private final Map<String, YamlFile> parsed;
    private final Problems problems;

    FeedBinding(
            Map<String, RouteTemplate> templates,
            Map<String, CanonicalEntity> entities,
            Map<String, CodeList> codeLists,
            Map<String, YamlFile> parsed,
            Problems problems) {
        this.parsed = parsed;
        this.templates = templates;
        this.entities = entities;
        this.codeLists = codeLists;
        this.problems = problems;
    }

    Feed bind(FeedId id, YamlFile contractFile, YamlFile routeFile, YamlFile jobFile) {
        checkId(id, contractFile.root().get("id"));
        FeedContract contract = new ContractReader(problems).read(id, contractFile);
        new KeyCheck(problems).check(contract, contractFile.root());
        RouteInstance route = new RouteReader(problems).instance(id, routeFile);
        Optional<RouteTemplate> template = template(route, routeFile);
        SourceFormat format = template.map(RouteTemplate::format).orElse(SourceFormat.JSON);
        FeedJob raw = new JobReader(problems).read(id, jobFile, format);
        FeedJob job = complete(raw, contract, jobFile);
        return new Feed(contract, route, job, FeedDigest.of(contractFile, jobFile, job, codeLists));
    }

    /** Checks a feed that is not yet, or no longer, pulled. */
    void check(FeedId id, YamlFile contractFile, YamlFile jobFile) {
        checkId(id, contractFile.root().get("id"));
        FeedContract contract = new ContractReader(problems).read(id, contractFile);
        new KeyCheck(problems).check(contract, contractFile.root());
        complete(new JobReader(problems).read(id, jobFile, SourceFormat.JSON), contract, jobFile);
    }

    private void checkId(FeedId id, YamlNode stated) {
        if (stated.exists() && !stated.text().equals(id.toString())) {
            problems.error(stated, "ID_DIFFERS", "id 与文件名不一致：" + stated.text(), "改为 " + id);
        }
    }

    private Optional<RouteTemplate> template(RouteInstance route, YamlFile file) {
        YamlNode node = file.root().items().isEmpty()
                ? file.root()
                : file.root().items().get(0).get("templatedRoute");
        RouteTemplate template = templates.get(route.template());
        if (template == null) {
            problems.error(
                    node.get("routeTemplateRef"),
                    "TEMPLATE_UNKNOWN",
                    "没有名为 '" + route.template() + "' 的路由模板",
                    "改为以下之一：" + Suggestions.nearest(route.template(), templates.keySet()));
            return Optional.empty();
        }
        checkParameters(route, template, node);
        new ParameterCheck(problems).check(template, node, parsed);
        return Optional.of(template);
    }

    private void checkParameters(RouteInstance route, RouteTemplate template, YamlNode node) {
        for (String name : template.required()) {
            if (!route.parameters().containsKey(name)) {
                problems.keyError(
                        node.get("parameters"),
                        "PARAMETER_MISSING",
                        "路由模板 '" + template.id() + "' 的必填参数 '" + name + "' 没有给出",
                        "在 parameters 下补一项 name: " + name + " 与 value");
            }
        }
        Set<String> known = new LinkedHashSet<>(template.required());
        known.addAll(template.optional());
        for (YamlNode parameter : node.get("parameters").items()) {
            String name = parameter.get("name").text();
            if (!known.contains(name)) {
                problems.error(
                        parameter.get("name"),
                        "PARAMETER_UNKNOWN",
                        "路由模板 '" + template.id() + "' 没有参数 '" + name + "'",
                        "可用的参数：" + Suggestions.of(name, known));
            }
        }
    }

    private FeedJob complete(FeedJob raw, FeedContract contract, YamlFile file) {
        YamlNode root = file.root();
        CanonicalEntity entity = entities.get(raw.into());
        if (entity == null) {
            problems.error(
                    root.get("into"),
                    "ENTITY_UNKNOWN",
                    "没有规范实体 '" + raw.into() + "'",
                    "改为以下之一：" + Suggestions.nearest(raw.into(), entities.keySet()) + "；或新建 schemas/canonical/"
                            + raw.into() + ".odcs.yaml");
        }
        MappingCheck check = new MappingCheck(contract, entity, codeLists, problems);
        List<FieldMapping> map = new ArrayList<>();
        for (FieldMapping mapping : raw.map()) {
            map.add(check.complete(mapping, root.get("map").get(mapping.canonical())));
        }
        root.get("read").get("split").items().forEach(check::checkListed);
        checkIdentity(raw, entity, root.get("map"));
        checkKeys(contract, map, root.get("map"));
        checkFlag(contract, map, root.get("map"));
        return new FeedJob(
                raw.feed(),
                raw.into(),
                raw.reading(),
                map,
                raw.minute(),
                raw.quarantineTolerance(),
                raw.vanishTolerance());
    }

    /** A record that says by nothing whom it is about never reaches an enterprise. */
    private void checkIdentity(FeedJob raw, @Nullable CanonicalEntity entity, YamlNode map) {
        boolean identified =
                raw.map().stream().anyMatch(mapping -> CanonicalEntity.IDENTIFYING.contains(mapping.canonical()));
        if (entity != null && map.isObject() && !identified) {
            problems.keyWarning(
                    map,
                    "IDENTITY_UNMAPPED",
                    "没有映射能认出企业的字段，记录归不到企业",
                    "至少映射其一：" + String.join("、", CanonicalEntity.IDENTIFYING));
        }
    }

    private void checkKeys(FeedContract contract, Collection<FieldMapping> map, YamlNode node) {
        for (SourceField key : contract.key()) {
            if (map.stream().noneMatch(mapping -> mapping.from().contains(key.name()))) {
                problems.keyError(
                        node,
                        "KEY_UNMAPPED",
                        "主键字段 '" + key.name() + "'（" + key.title() + "）没有映射",
                        "在 map 下为它写一行；没有主键就无法更新与去重");
            }
        }
    }

    private void checkFlag(FeedContract contract, Collection<FieldMapping> map, YamlNode node) {
        boolean flagged = map.stream().anyMatch(mapping -> mapping.canonical().equals("src_op"));
        if (contract.deletion() == DeletionRule.FLAG && !flagged) {
            problems.keyError(
                    node,
                    "FLAG_UNMAPPED",
                    "契约的删除规则是 flag，但没有映射增删改标志",
                    "补一行 src_op: { from: <标志字段>, as: operation }，或把 deletionRule 改为 none 或 absence");
        }
    }
}
