package entente;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The arrows between packages, and what no package may use. */
@AnalyzeClasses(packages = "entente", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify..";
    /** Stands on generated methods only; nothing of it is there at run time. */
    private static final String LOMBOK_MARK = "lombok";

    private static final String[] SERVICE_PACKAGES = {
        "entente.service..", "entente.archive..", "entente.access..", "entente.work..", "entente.web.."
    };

    private static final String JACKSON = "tools.jackson..";

    @ArchTest
    static final ArchRule DOMAIN = only("entente.domain..");

    @ArchTest
    static final ArchRule DOCUMENT =
            only("entente.document..", "entente.domain..", JACKSON, "org.apache.commons.text..");

    @ArchTest
    static final ArchRule SCENARIO = only("entente.scenario..", "entente.domain..", "entente.document..");

    @ArchTest
    static final ArchRule RULES = only(
            "entente.rules..", "entente.domain..", "entente.document..", "org.antlr..", "org.kie..", "org.drools..");

    @ArchTest
    static final ArchRule ASSESSMENT = only("entente.assessment..", "entente.domain..", "entente.rules..");

    @ArchTest
    static final ArchRule UPKEEP = only(
            "entente.upkeep..",
            "entente.domain..",
            "entente.document..",
            "entente.scenario..",
            "entente.rules..",
            "entente.assessment..");

    @ArchTest
    static final ArchRule BRIEFING =
            only("entente.briefing..", "entente.domain..", "org.apache.commons..", "javax.xml..");

    @ArchTest
    static final ArchRule JSON =
            only("entente.json..", "entente.domain..", "entente.document..", "entente.briefing..", JACKSON);

    @ArchTest
    static final ArchRule PROBLEM = only("entente.problem..", "entente.domain..", "entente.json..");

    @ArchTest
    static final ArchRule KEYS = only("entente.keys..");

    @ArchTest
    static final ArchRule SERVICE = only(
            "entente.service..",
            "entente.domain..",
            "entente.document..",
            "entente.scenario..",
            "entente.rules..",
            "entente.assessment..",
            "entente.upkeep..",
            "entente.briefing..",
            "entente.json..",
            "entente.problem..",
            "org.slf4j..");

    @ArchTest
    static final ArchRule ARCHIVE = only(
            "entente.archive..",
            "entente.domain..",
            "entente.document..",
            "entente.json..",
            "entente.problem..",
            "javax.sql..",
            "org.slf4j..",
            "org.flywaydb..",
            "com.zaxxer.hikari..",
            "org.h2..",
            "org.postgresql..",
            "org.springframework.dao..",
            "org.springframework.jdbc..",
            "org.springframework.transaction..");

    @ArchTest
    static final ArchRule ACCESS = only(
            "entente.access..",
            "entente.keys..",
            "entente.problem..",
            "entente.json..",
            "jakarta.servlet..",
            "org.slf4j..",
            "org.springframework.core..",
            "org.springframework.http..",
            "org.springframework.security..",
            "org.springframework.util..",
            "org.springframework.web..");

    @ArchTest
    static final ArchRule WORK =
            only("entente.work..", "entente.domain..", "entente.archive..", "entente.problem..", "org.slf4j..");

    /** Two doors that do not know each other. */
    @ArchTest
    static final ArchRule TWO_DOORS = noClasses()
            .that(resideInAPackage("entente.cli.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "entente.web..",
                    "entente.service..",
                    "entente.archive..",
                    "entente.access..",
                    "entente.work..",
                    "org.springframework.."));

    @ArchTest
    static final ArchRule NO_DOOR_BELOW_A_DOOR = noClasses()
            .that(resideInAPackage("entente.web.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("entente.cli.."));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("entente.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DROOLS_ONLY_IN_RULES = noClasses()
            .that(resideInAPackage("entente..").and(DescribedPredicate.not(resideInAPackage("entente.rules.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools.."));

    /** A result depends on nothing but its input. */
    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .that(resideOutsideOfPackages(SERVICE_PACKAGES))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    /** The service takes its clock from the one class that makes it. */
    @ArchTest
    static final ArchRule NO_CLOCK_OF_ITS_OWN = noClasses()
            .that(resideInAnyPackage(SERVICE_PACKAGES))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NO_FOREIGN_OBJECTS =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    private static ArchRule only(String own, String... others) {
        String[] allowed = new String[others.length + 4];
        allowed[0] = own;
        allowed[1] = JAVA;
        allowed[2] = NULLNESS;
        allowed[3] = LOMBOK_MARK;
        System.arraycopy(others, 0, allowed, 4, others.length);
        return classes().that().resideInAPackage(own).should().onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }
}
