package io.ressenti.console;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private final JavaClasses console = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ressenti.console");

    @Test
    void wordsAndFeelingsKnowNoFramework() {
        classes()
                .that()
                .resideInAnyPackage("..sentence..", "..text..", "..feeling..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.ressenti.contracts..", "..sentence..", "..text..", "..feeling..")
                .check(console);
    }

    @Test
    void featuresDependInOneDirection() {
        slices().matching("io.ressenti.console.(*)..").should().beFreeOfCycles().check(console);
    }
}
