package io.hourshare.publish.file;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.SourceField;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Tables of the analysts' file that say where its columns come from and what its codes mean. */
public final class DictionaryTables {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogue catalogue;
    private final ProfileViews views;

    public DictionaryTables(Catalogue catalogue, ProfileViews views) {
        this.catalogue = catalogue;
        this.views = views;
    }

    void create(Session session, List<CanonicalEntity> satellites) {
        RowsTable sources = new RowsTable()
                .column("table_name", "varchar")
                .column("column_name", "varchar")
                .column("source_feed", "varchar")
                .column("source_title", "varchar")
                .column("source_field", "varchar")
                .column("rule", "varchar")
                .column("priority", "integer");
        add(sources, views.enterprise());
        satellites.forEach(satellite -> add(sources, satellite));
        sources.create(session, "dict_source");
        codes().create(session, "dict_code");
    }

    private void add(RowsTable table, CanonicalEntity entity) {
        for (CanonicalField field : views.openFields(entity)) {
            for (Feed feed : catalogue.feeds()) {
                if (feed.job().into().equals(entity.name())) {
                    mapping(feed, field).ifPresent(mapping -> add(table, entity, feed, mapping));
                }
            }
        }
    }

    private void add(RowsTable table, CanonicalEntity entity, Feed feed, FieldMapping mapping) {
        String fields = mapping.from().stream().map(name -> titled(feed, name)).collect(Collectors.joining("、"));
        table.row(
                AnalystFile.tableName(entity),
                mapping.canonical(),
                feed.id(),
                feed.contract().title(),
                fields,
                mapping.as(),
                priority(mapping.canonical(), feed.id()));
    }

    private int priority(String attribute, FeedId feed) {
        List<FeedId> order = catalogue.survivorship().order().getOrDefault(attribute, List.of());
        int place = order.indexOf(feed);
        return place < 0 ? order.size() + 1 : place + 1;
    }

    private RowsTable codes() {
        RowsTable codes = new RowsTable()
                .column("list", "varchar")
                .column("title", "varchar")
                .column("entry", "varchar");
        catalogue.codeLists().values().stream()
                .sorted(Comparator.comparing(CodeList::name))
                .forEach(list -> list.rows()
                        .forEach(entry -> codes.row(list.name(), list.title(), JSON.writeValueAsString(entry))));
        return codes;
    }

    private static String titled(Feed feed, String name) {
        String title = feed.contract().field(name).map(SourceField::title).orElse("");
        return title.isEmpty() || title.equals(name) ? name : name + "（" + title + "）";
    }

    private static Optional<FieldMapping> mapping(Feed feed, CanonicalField field) {
        return feed.job().map().stream()
                .filter(mapping -> mapping.canonical().equals(field.name()))
                .findFirst();
    }
}
