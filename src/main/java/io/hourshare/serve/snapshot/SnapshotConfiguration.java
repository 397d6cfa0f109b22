package io.hourshare.serve.snapshot;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CodeList;
import io.hourshare.publish.Snapshots;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows what is published. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {

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
    ShownRecords shownRecords(ServedSnapshots snapshots) {
        return new ShownRecords(snapshots);
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
