package io.hourshare.serve;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CodeList;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.publish.Snapshots;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What answers questions, and how it is put together. */
@Configuration(proxyBeanMethods = false)
class ServeConfiguration {

    private static final String REGION_LIST = "regions";

    @Bean
    ServedSnapshots servedSnapshots(SnapshotSource source, Catalogue catalogue) {
        int readers = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new ServedSnapshots(source, regions(catalogue), readers);
    }

    @Bean
    @ConditionalOnMissingBean
    SnapshotSource publishedSnapshots(Snapshots snapshots) {
        return new PublishedSnapshots(snapshots);
    }

    @Bean
    Search search(ServedSnapshots snapshots) {
        return new Search(snapshots);
    }

    @Bean
    ShownRecords shownRecords(ServedSnapshots snapshots) {
        return new ShownRecords(snapshots);
    }

    @Bean
    Profiles profiles(
            ServedSnapshots snapshots, JsonMapper json, Catalogue catalogue, ObjectProvider<PastDocuments> past) {
        return new Profiles(
                snapshots,
                new ProfileDocument(json),
                new Withholding(catalogue),
                () -> past.stream().findFirst());
    }

    @Bean
    Contradictions contradictions(ServedSnapshots snapshots, Catalogue catalogue) {
        return new Contradictions(snapshots, catalogue);
    }

    @Bean
    Disputes disputes(CaseDesk desk) {
        return new Disputes(desk);
    }

    @Bean
    CodeCheck codeCheck(Profiles profiles) {
        return new CodeCheck(profiles);
    }

    @Bean
    FilterRegistrationBean<EntityTags> entityTags() {
        FilterRegistrationBean<EntityTags> registration = new FilterRegistrationBean<>(new EntityTags());
        registration.addUrlPatterns("/api/v1/*");
        return registration;
    }

    private static List<String> regions(Catalogue catalogue) {
        CodeList list = catalogue.codeLists().get(REGION_LIST);
        if (list == null) {
            return List.of();
        }
        return list.rows().stream()
                .map(Map::entrySet)
                .flatMap(row -> row.stream().filter(cell -> cell.getKey().contains("name")))
                .map(Map.Entry::getValue)
                .toList();
    }
}
