package io.hourshare.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.FeedId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedDepartmentTest {

    private static final FeedId HEADCOUNT = FeedId.parse("human-resources.insured-headcount");

    @TempDir
    Path folder;

    @Test
    void threeFilesAddADepartmentWithDefaultsForTheRest() {
        CatalogueReading reading = CatalogueFolder.humanResources(folder).read();

        Feed feed = reading.catalogue().feed(HEADCOUNT).orElseThrow();
        assertThat(feed.contract().mode()).isEqualTo(FeedMode.FULL);
        assertThat(feed.contract().deletion()).isEqualTo(DeletionRule.NONE);
        assertThat(feed.contract().cycle()).isEqualTo(Cycle.HOURLY);
        assertThat(feed.contract().promise()).isEqualTo(Duration.ofHours(1));
        assertThat(feed.contract().share()).isEqualTo(ShareAttribute.CONDITIONAL);
        assertThat(feed.contract().key()).extracting(SourceField::name).containsExactly("TYSHXYDM");
        assertThat(feed.job().reading().format()).isEqualTo(SourceFormat.JSON);
        assertThat(feed.job().minute()).isBetween(1, 14);
        assertThat(feed.job().quarantineTolerance()).isEqualTo(1.0);
    }

    @Test
    void theOtherDepartmentsStay() {
        CatalogueFolder catalogue = CatalogueFolder.humanResources(folder);

        assertThat(catalogue.problems()).isEmpty();
        assertThat(catalogue.read().catalogue().feed(FeedId.parse("market-regulation.registration")))
                .isPresent();
    }

    @Test
    void aNewAttributeTakesTitleTypeAndUnitFromItsContract() {
        CatalogueReading reading = CatalogueFolder.humanResources(folder)
                .replace(
                        CatalogueFolder.CONTRACT,
                        "logicalTypeOptions: { minimum: 0 } }",
                        "customProperties: [{ property: unit, value: 人 }] }")
                .read();

        CanonicalEntity enterprise = reading.catalogue().entities().get(CanonicalEntity.ENTERPRISE);
        assertThat(enterprise.fields())
                .contains(new CanonicalField("insured_headcount", "参保人数", LogicalType.INTEGER, "人", "", false, null));
    }

    @Test
    void aBareSourceFieldIsConvertedByItsNameOrType() {
        CatalogueReading reading = CatalogueFolder.humanResources(folder)
                .replace(CatalogueFolder.JOB, "{ from: TYSHXYDM, as: uscc }", "TYSHXYDM")
                .replace(CatalogueFolder.JOB, "{ from: CBRS, as: integer }", "CBRS")
                .read();

        Feed feed = reading.catalogue().feed(HEADCOUNT).orElseThrow();
        assertThat(feed.job().map()).extracting(FieldMapping::as).containsExactly("uscc", "integer");
    }

    @Test
    void aNewKindOfRecordNeedsOneCanonicalContractBesides() {
        CatalogueFolder catalogue = CatalogueFolder.humanResources(folder)
                .replace(CatalogueFolder.JOB, "into: enterprise", "into: headcount-month")
                .write("schemas/canonical/headcount-month.odcs.yaml", """
                        apiVersion: v3.1.0
                        kind: DataContract
                        id: canonical.headcount-month
                        name: 参保月报
                        version: 1.0.0
                        status: active
                        schema:
                          - name: headcount_month
                            description: 每个企业一行
                            properties:
                              - { name: uscc, businessName: 统一社会信用代码, logicalType: string }
                        """);

        assertThat(catalogue.problems()).isEmpty();
        assertThat(catalogue
                        .read()
                        .catalogue()
                        .entities()
                        .get("headcount-month")
                        .fields())
                .extracting(CanonicalField::name)
                .containsExactly("uscc", "insured_headcount");
    }

    @Test
    void commentsAndOrderDoNotChangeTheDigestButAMappingDoes() {
        Feed before = feed(CatalogueFolder.humanResources(folder));
        Feed commented = feed(CatalogueFolder.humanResources(folder)
                .replace(CatalogueFolder.JOB, "into: enterprise\n", "into: enterprise   # the profile\n"));
        Feed changed =
                feed(CatalogueFolder.humanResources(folder).replace(CatalogueFolder.JOB, "as: integer", "as: decimal"));

        assertThat(commented.digest()).isEqualTo(before.digest());
        assertThat(changed.digest()).isNotEqualTo(before.digest());
    }

    private static Feed feed(CatalogueFolder catalogue) {
        return catalogue.read().catalogue().feed(HEADCOUNT).orElseThrow();
    }
}
