package io.ressenti.local;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.ressenti.local");

    @Test
    void whatIsSetUpKnowsNothingOfWhatRuns() {
        noClasses()
                .that()
                .resideInAPackage("io.ressenti.local.setup")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.ressenti.local",
                        "io.ressenti.local.process",
                        "io.ressenti.local.frontdoor",
                        "io.vertx..",
                        "io.ressenti.embedded..")
                .check(CLASSES);
    }

    @Test
    void processesAndTheFrontDoorKnowNothingOfEachOtherNorOfTheCommands() {
        noClasses()
                .that()
                .resideInAPackage("io.ressenti.local.process")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.ressenti.local", "io.ressenti.local.frontdoor", "io.vertx..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.ressenti.local.frontdoor")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.ressenti.local", "io.ressenti.local.process")
                .check(CLASSES);
    }
}
