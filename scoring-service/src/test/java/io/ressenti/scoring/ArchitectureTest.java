package io.ressenti.scoring;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.ressenti.scoring");

    @Test
    void theModelIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("..model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.ressenti.contracts..", "io.ressenti.scoring.model..")
                .check(SERVICE);
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("io.ressenti.scoring.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void readingKnowsNothingOfIntake() {
        noClasses()
                .that()
                .resideInAnyPackage("..scores", "..customers")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..signals")
                .check(SERVICE);
    }

    @Test
    void nobodyWritesToTheConsole() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(SERVICE);
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
                .check(SERVICE);
    }
}
