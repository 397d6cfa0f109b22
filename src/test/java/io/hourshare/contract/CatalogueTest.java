package io.hourshare.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final CatalogueReading READING = CatalogueReader.read(CatalogueSource.directory(Path.of(".")));

    static Stream<Feed> feeds() {
        return READING.catalogue().feeds().stream();
    }

    @Test
    void theCatalogueOfTheProjectIsSound() {
        assertThat(READING.problems()).isEmpty();
    }

    @Test
    void theEmbeddedCatalogueIsTheOneInTheFolders() {
        assertThat(CatalogueSource.embedded().texts())
                .containsAllEntriesOf(CatalogueSource.directory(Path.of(".")).texts());
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void everyFeedHasAKeyAPurposeAndAnOwner(Feed feed) {
        FeedContract contract = feed.contract();

        assertThat(contract.key()).isNotEmpty();
        assertThat(contract.purpose()).isNotBlank();
        assertThat(contract.shareBasis()).isNotBlank();
        assertThat(contract.owner()).isNotEqualTo("未登记");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void everyMappingKnowsItsConversionAndItsTarget(Feed feed) {
        CanonicalEntity entity = READING.catalogue().entities().get(feed.job().into());

        Set<String> known = new HashSet<>(Set.of("src_updated_at", "src_op"));
        entity.fields().forEach(field -> known.add(field.name()));

        assertThat(feed.job().map()).allSatisfy(mapping -> {
            assertThat(Conversion.named(mapping.as())).isPresent();
            assertThat(known).contains(mapping.canonical());
        });
    }
}
