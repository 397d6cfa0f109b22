package io.hourshare;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.hourshare");

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules modules = ApplicationModules.of(Hourshare.class).verify();

        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.camel.., io.hourshare.pull..",
        "org.apache.parquet.., io.hourshare.normalize..",
        "org.duckdb.., io.hourshare.engine..",
        "org.quartz.., io.hourshare.operate.."
    })
    void aLibraryLivesInOneModule(String library, String module) {
        noClasses()
                .that()
                .resideOutsideOfPackage(module)
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .check(CLASSES);
    }

    @Test
    void formatsKnowNeitherOneAnotherNorWhoChooses() {
        slices().matching("io.hourshare.normalize.decode.(csv|json|sheet|xml)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
        slices().matching("io.hourshare.normalize.decode.(*)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.hourshare.normalize.decode.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.hourshare.normalize.decode")
                .check(CLASSES);
    }

    @Test
    void whatReadsFieldsOfRecordsKnowsNoTables() {
        slices().matching("io.hourshare.resolve.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.hourshare.resolve.text",
                        "io.hourshare.resolve.place",
                        "io.hourshare.resolve.name",
                        "io.hourshare.resolve.number")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.hourshare.engine..", "io.hourshare.store..", "java.sql.."))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.hourshare.resolve.*")
                .and()
                .resideOutsideOfPackage("io.hourshare.resolve.evaluate")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.hourshare.resolve")
                .check(CLASSES);
    }

    @Test
    void theKernelIsFreeOfSpringFilesAndSql() {
        noClasses()
                .that()
                .resideInAPackage("io.hourshare.kernel..")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework..", "java.sql..", "java.nio.file..", "tools.jackson.."))
                .check(CLASSES);
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
        noFields().should().beAnnotatedWith(Value.class).check(CLASSES);
        fields().that()
                .arePublic()
                .should()
                .beFinal()
                .because("a public field that changes has no owner")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(classes = {java.time.Instant.class, java.time.LocalDate.class, java.time.LocalDateTime.class})
    void theClockIsADependency(Class<?> type) {
        noClasses().should().callMethod(type, "now").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    }

    @Test
    void packagesAreNamedAfterIdeas() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..")
                .check(CLASSES);
    }
}
