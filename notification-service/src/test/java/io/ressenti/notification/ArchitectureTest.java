package io.ressenti.notification;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private static final String BASE = "io.ressenti.notification";

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Test
    void alertsAndRulesArePlainJava() {
        classes()
                .that()
                .resideInAnyPackage("..alert.model", "..rule")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.ressenti.contracts..", BASE + ".alert.model..", BASE + ".rule..")
                .check(SERVICE);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void deliveryKnowsNoKindOfReceiver() {
        noClasses()
                .that()
                .resideInAPackage("..delivery")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..delivery.webhook", "..delivery.email")
                .check(SERVICE);
    }

    @Test
    void resourcesAreNamedSoNameARoleAndStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .bePackagePrivate()
                .andShould()
                .beAnnotatedWith(RolesAllowed.class)
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
