package org.cyberspaceid.flows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The direction of imports in {@code architecture.md}: core ← evidence, vault ← {mobile number, live face} ← features. */
class DirectionOfImportsTest {
    private static final String ROOT = "org.cyberspaceid";
    private static final List<String> MODULES = List.of(
            "core",
            "document",
            "face",
            "vault",
            "mobile",
            "liveface",
            "ownpages",
            "enrolment",
            "signin",
            "relyingparty");
    private static final List<String> FEATURES = List.of("enrolment", "signin", "relyingparty");

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(MODULES.stream().map(m -> ROOT + "." + m).toArray(String[]::new));
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void thereAreClassesToLookAt(String module) {
        assertThat(classes.stream().filter(c -> c.getPackageName().startsWith(ROOT + "." + module)))
                .as("classes of " + module)
                .isNotEmpty();
    }

    @Test
    void coreUsesTheJdkOnly() {
        check(classes()
                .that()
                .resideInAPackage(in("core"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", in("core"))
                .because("core is what everything speaks; it must not pull anything in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "face"})
    void evidenceKnowsNoKeycloak(String module) {
        check(noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.keycloak..")
                .because("evidence must be usable and testable without a server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "face", "vault"})
    void theSecondLayerUsesCoreOnly(String module) {
        check(noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(othersThan(module, "core"))
                .because("evidence and vault meet in core's ports"));
    }

    @Test
    void mobileNumberUsesCoreAndTheVault() {
        check(noClasses()
                .that()
                .resideInAPackage(in("mobile"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(othersThan("mobile", "core", "vault"))
                .because("ADR 1"));
    }

    @Test
    void theLiveFaceCheckUsesCoreTheVaultAndTheWayToTheWorker() {
        check(noClasses()
                .that()
                .resideInAPackage(in("liveface"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(othersThan("liveface", "core", "vault", "face"))
                .because("enrolment and sign-in meet in it"));
    }

    @Test
    void theOwnPagesUseCoreAndTheVault() {
        check(noClasses()
                .that()
                .resideInAPackage(in("ownpages"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(othersThan("ownpages", "core", "vault"))
                .because("sign-in and relying-party meet in it"));
    }

    @Test
    void featuresNeverImportEachOther() {
        for (String feature : FEATURES) {
            String[] others = FEATURES.stream()
                    .filter(f -> !f.equals(feature))
                    .map(DirectionOfImportsTest::in)
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(in(feature))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("features meet in core's ports and our own Keycloak SPIs"));
        }
    }

    @Test
    void packagesOfAModuleHaveNoCycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    private static void check(ArchRule rule) {
        rule.check(classes);
    }

    private static String in(String module) {
        return ROOT + "." + module + "..";
    }

    private static String[] othersThan(String... allowed) {
        return MODULES.stream()
                .filter(m -> !List.of(allowed).contains(m))
                .map(DirectionOfImportsTest::in)
                .toArray(String[]::new);
    }
}
