package org.chizheng;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.chizheng.common.Background;
import org.chizheng.common.Swept;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import io.quarkus.scheduler.Scheduled;

/** The house: the package list is the journey, and the journey is the import order. */
class HouseTest {
    private static final List<String> ORDER = List.of(
            "common",
            "audit",
            "region",
            "regulation",
            "people",
            "record",
            "workforce",
            "message",
            "account",
            "bank",
            "authoring",
            "exchange",
            "training",
            "blueprint",
            "paper",
            "practice",
            "centre",
            "application",
            "session",
            "booking",
            "admission",
            "lockdown",
            "sitting",
            "practical",
            "invigilation",
            "incident",
            "closing",
            "scoring",
            "appeal",
            "certificate",
            "fitness",
            "verification",
            "calibration",
            "integrity",
            "goal",
            "statistics",
            "home",
            "demo");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.chizheng");

    @Test
    void nobodyImportsALaterStage() {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            laterThan(ORDER.get(i), ORDER.subList(i + 1, ORDER.size())).check(HOUSE);
        }
    }

    @Test
    void theOrderRuleCanFail() {
        assertThatThrownBy(() -> laterThan("statistics", List.of("common")).check(HOUSE))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyPackageStandsInTheOrder() {
        assertThat(HOUSE.stream()
                        .map(c -> c.getPackageName().replaceAll("org\\.chizheng\\.?([a-z]*).*", "$1"))
                        .distinct())
                .allMatch(name -> name.isEmpty()
                        || List.of("launch", "journey", "proof", "rehearsal").contains(name)
                        || ORDER.contains(name));
    }

    @Test
    void rulesArePlainJava() {
        rulesUseOnly("java..", "javax.crypto..", "org.chizheng..rule..").check(HOUSE);
    }

    @Test
    void theRuleForRulesCanFail() {
        assertThatThrownBy(() -> rulesUseOnly("org.chizheng..rule..").check(HOUSE))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theJourneyKnowsTheServiceByItsDoorsOnly() {
        knowsOnly("journey", "org.chizheng.journey..").check(HOUSE);
    }

    @Test
    void theRehearsalKnowsTheServiceByItsDoorsOnly() {
        // The rules of drawing and calibrating have no doors, and the doors to certificates leave the press no time of
        // its own; all of them are measured as they are.
        knowsOnly(
                        "rehearsal",
                        "org.chizheng.rehearsal..",
                        "org.chizheng.journey..",
                        "org.chizheng.launch..",
                        "org.chizheng.common.document..",
                        "org.chizheng.paper.rule..",
                        "org.chizheng.calibration.rule..",
                        "org.chizheng.certificate",
                        "org.chizheng.certificate.rule..",
                        "org.chizheng.certificate.document..")
                .check(HOUSE);
    }

    @Test
    void theRuleForThoseOutsideCanFail() {
        assertThatThrownBy(
                        () -> knowsOnly("rehearsal", "org.chizheng.rehearsal..").check(HOUSE))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void onlyScoringReadsTheKey() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.chizheng.paper..", "org.chizheng.scoring..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.chizheng.paper.KeyEntry")
                .check(HOUSE);
    }

    @Test
    void onlyTheBankHandlesWhatItsPageShows() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.chizheng.bank")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.chizheng\\.bank\\.ItemViews?(\\$.*)?")
                .check(HOUSE);
    }

    /** The injected one hands a transaction on to another thread. */
    @Test
    void whatRunsInTheBackgroundTakesNothingAlong() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Background.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.context..")
                .check(HOUSE);
    }

    @Test
    void theEndOfTheServiceWaitsForEverySweep() {
        methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should()
                .beAnnotatedWith(Swept.class)
                .check(HOUSE);
    }

    private static ArchRule knowsOnly(String outsider, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage("org.chizheng." + outsider + "..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "org.chizheng..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(packages))));
    }

    private static ArchRule laterThan(String stage, List<String> later) {
        String[] packages =
                later.stream().map(name -> "org.chizheng." + name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.chizheng." + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    private static ArchRule rulesUseOnly(String... packages) {
        return com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("org.chizheng..rule..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
