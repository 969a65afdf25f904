package io.ressenti.touchpoint;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.ressenti.touchpoint");

    @Test
    void modelsKnowNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("..model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "org.hibernate..",
                        "jakarta..",
                        "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void featuresDoNotGoInCircles() {
        slices().matching("io.ressenti.touchpoint.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theCatalogueKnowsNeitherEventsNorJourneys() {
        noClasses()
                .that()
                .resideInAPackage("..catalogue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..ingestion..", "..journey..")
                .check(CLASSES);
    }

    @Test
    void takingEventsInNeedsNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("..ingestion..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..sqlclient..", "org.hibernate..", "io.quarkus.hibernate..")
                .check(CLASSES);
    }

    @Test
    void resourcesAreNamedSoAndStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .bePackagePrivate()
                .check(CLASSES);
    }

    /** Otherwise a client's Accept header decides, and any text type gets what toString makes. */
    @Test
    void resourcesSayWhatTheyProduce() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(Produces.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Produces.class)
                .check(CLASSES);
    }
}
