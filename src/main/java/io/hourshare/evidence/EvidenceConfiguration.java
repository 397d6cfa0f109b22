package io.hourshare.evidence;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.merge.Merger;
import io.hourshare.normalize.RecordReplay;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.publish.Snapshots;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    PublishedClaims publishedClaims(DataRoot root, Engine engine, Ledger ledger, Merger merger, Snapshots snapshots) {
        return new PublishedClaims(root, engine, ledger, merger, snapshots);
    }

    @Bean
    ValueTrace valueTrace(
            PublishedClaims claims,
            RecordReplay replay,
            UsedMappings mappings,
            Catalogue catalogue,
            DataRoot root,
            Engine engine,
            Ledger ledger) {
        return ValueTrace.of(claims, replay, mappings, catalogue, root, engine, ledger);
    }

    @Bean
    ServedEvidence servedEvidence(
            Catalogue catalogue,
            PublishedClaims claims,
            UsedMappings mappings,
            RecordReplay replay,
            Snapshots snapshots,
            Ledger ledger,
            Freshness freshness) {
        return new ServedEvidence(catalogue, claims, mappings, replay, snapshots, ledger, freshness);
    }
}
