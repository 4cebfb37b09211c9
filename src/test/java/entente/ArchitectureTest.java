package entente;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Allowed dependencies between packages, and forbidden dependencies. */
@AnalyzeClasses(packages = "entente", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String RULEBOOK = "entente.rulebook..";
    private static final String SHEET = "entente.sheet..";
    private static final String KEYS = "entente.service.keys..";
    private static final String SERVICE = "entente.service..";
    private static final String PDF_LIBRARIES = "com.openhtmltopdf.. org.apache.pdfbox.. org.apache.fontbox..";
    private static final String POI = "org.apache.poi.. org.openxmlformats..";

    /**
     * What a package may use beside itself. Lombok's mark of generated methods is not there at run time, and annotations say
     * what a result is; nothing in them runs. An analysis builds on scoring; reports show results and compute none.
     */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("model", ""),
            Map.entry(
                    "document", "model tools.jackson.. org.apache.commons.text.. org.apache.commons.compress.. " + POI),
            Map.entry("scenario", "model document"),
            Map.entry("sheet", "model document scenario org.apache.commons.compress.. org.apache.xmlbeans.. " + POI),
            Map.entry("rulebook", "model document files org.antlr.. org.kie.. org.drools.."),
            Map.entry("scoring", "model rulebook"),
            Map.entry("analysis", "model document rulebook scoring"),
            Map.entry("quality", "model document scenario rulebook scoring"),
            Map.entry(
                    "report",
                    "model document analysis quality tools.jackson.. org.apache.commons.. gg.jte.. org.commonmark.. "
                            + "javax.imageio.. javax.xml.. org.w3c.dom.. org.xml.sax.. " + POI + " " + PDF_LIBRARIES),
            Map.entry("briefing", "model document scenario analysis report rulebook scoring files"),
            Map.entry("files", ""),
            Map.entry("service.keys", "document files"),
            Map.entry(
                    "service.problem",
                    "model document report.json gg.jte.. org.slf4j.. jakarta.servlet.. org.springframework.boot"),
            Map.entry(
                    "service.archive",
                    "model document service.problem javax.sql.. org.slf4j.. org.flywaydb.. com.zaxxer.hikari.. org.h2.. "
                            + "org.postgresql.. org.springframework.dao.. org.springframework.jdbc.. "
                            + "org.springframework.transaction.."),
            Map.entry("service.jobs", "model service.archive service.problem org.slf4j.."));

    @ArchTest
    static void packagesUseWhatIsAllowed(JavaClasses classes) {
        assertAll(ALLOWED.entrySet().stream()
                .map(one -> () -> only(one.getKey(), one.getValue()).check(classes)));
    }

    private static ArchRule only(String own, String others) {
        String all = "java.. org.jspecify.. lombok.. com.fasterxml.jackson.annotation.. " + own + " " + others;
        String[] allowed = Stream.of(all.split(" "))
                .map(name -> name.matches("[a-z]+|report.json|service.[a-z]+") ? "entente." + name + ".." : name)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("entente." + own + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }

    /** The service reads and writes spreadsheets in one place, as the body of a request and from it. */
    @ArchTest
    static final ArchRule SERVICE_READS_SHEETS_AS_BODIES = noClasses()
            .that(resideInAPackage(SERVICE).and(DescribedPredicate.not(simpleName("ScenarioBody"))))
            .should()
            .dependOnClassesThat(resideInAPackage(SHEET));

    /** An analysis builds on scoring, not on another analysis; a series compares. */
    @ArchTest
    static final ArchRule ANALYSES_ARE_INDEPENDENT = slices().matching("entente.analysis.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    resideInAPackage("entente.analysis.series.."), resideInAPackage("entente.analysis.comparison.."));

    /** Large libraries, which only briefings as PDF load. */
    @ArchTest
    static final ArchRule PDF_LIBRARIES_IN_ONE_PACKAGE = noClasses()
            .that(resideInAPackage("entente..").and(DescribedPredicate.not(resideInAPackage("entente.report.pdf"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(PDF_LIBRARIES.split(" ")));

    /** It takes a second to load. */
    @ArchTest
    static final ArchRule POI_FOR_DOCUMENTS_AND_WORKBOOKS = noClasses()
            .that(resideOutsideOfPackages("entente.report.word..", SHEET)
                    .and(DescribedPredicate.not(simpleName("PlainWorkbook"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage((POI + " org.apache.xmlbeans..").split(" ")));

    @ArchTest
    static final ArchRule COMMAND_LINE_WITHOUT_SERVICE = noClasses()
            .that(resideInAPackage("entente.cli.."))
            .should()
            .dependOnClassesThat(resideInAPackage(SERVICE)
                    .and(DescribedPredicate.not(resideInAPackage(KEYS)))
                    .or(resideInAPackage("org.springframework..")));

    @ArchTest
    static final ArchRule SERVICE_WITHOUT_COMMAND_LINE =
            noClasses().that(resideInAPackage(SERVICE)).should().dependOnClassesThat(resideInAPackage("entente.cli.."));

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("entente.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DROOLS_ONLY_IN_RULE_BOOK = noClasses()
            .that(resideInAPackage("entente..").and(DescribedPredicate.not(resideInAPackage(RULEBOOK))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools.."));

    /** A result depends on nothing but its input; the command line dates editions. */
    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .that(resideOutsideOfPackages(SERVICE).and(DescribedPredicate.not(simpleName("EditionsCommand"))))
            .should(tellTheTime()
                    .or(callMethod(InstantSource.class, "system"))
                    .or(dependOnClassesThat(assignableTo(Clock.class)))
                    .or(callMethod(System.class, "nanoTime")));

    /** The service is handed its clock by one configuration class. */
    @ArchTest
    static final ArchRule CLOCK_IS_INJECTED =
            noClasses().that(resideInAPackage(SERVICE)).should(tellTheTime());

    /** Its pauses follow the system clock: after that was set back, schedules would stand still. */
    @ArchTest
    static final ArchRule NO_TIMER = noClasses().should().dependOnClassesThat().areAssignableTo(Timer.class);

    @ArchTest
    static final ArchRule NO_OBJECT_STREAMS =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    /** Every simple class name is unique, so that classes are easy to find. */
    @ArchTest
    static void simpleNamesAreUnique(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(name -> name.getValue() > 1)
                        .map(name -> name.getKey()))
                .isEmpty();
    }

    /**
     * Two classes whose static initializers need each other deadlock if two threads initialize them at the same time
     * (Java Language Specification 12.4.2), and the service would hang.
     */
    @ArchTest
    static void classInitializersHaveNoCycles(JavaClasses classes) {
        assertThat(new InitializationGraph(classes).cyclic()).isEmpty();
    }

    private static ArchCondition<JavaClass> tellTheTime() {
        return callMethod(Instant.class, "now")
                .or(callMethod(LocalDate.class, "now"))
                .or(callMethod(LocalDateTime.class, "now"))
                .or(callMethod(System.class, "currentTimeMillis"));
    }

    /**
     * Which classes the static initializer of a class initializes. Follows its calls through methods and lambdas, but not
     * to the implementations of an interface.
     */
    static final class InitializationGraph {

        private final Map<String, JavaClass> classes = new HashMap<>();
        private final Map<JavaClass, Set<JavaClass>> direct = new HashMap<>();

        InitializationGraph(Iterable<JavaClass> classes) {
            classes.forEach(one -> this.classes.put(one.getName(), one));
            this.classes.values().forEach(one -> direct.put(one, initializedBy(one)));
        }

        /** Names of the classes that need themselves through another one. */
        Set<String> cyclic() {
            Set<String> found = new TreeSet<>();
            for (JavaClass one : classes.values()) {
                Set<JavaClass> reached = new HashSet<>();
                Deque<JavaClass> open = new ArrayDeque<>(direct.get(one));
                while (!open.isEmpty()) {
                    JavaClass next = open.poll();
                    if (reached.add(next)) {
                        open.addAll(direct.get(next));
                    }
                }
                if (reached.contains(one)) {
                    found.add(one.getName());
                }
            }
            return found;
        }

        private Set<JavaClass> initializedBy(JavaClass start) {
            Set<JavaClass> found = new HashSet<>();
            start.getRawSuperclass().filter(this::contains).ifPresent(found::add);
            Set<JavaCodeUnit> seen = new HashSet<>();
            Deque<JavaCodeUnit> open = new ArrayDeque<>();
            start.getStaticInitializer().ifPresent(open::add);
            while (!open.isEmpty()) {
                JavaCodeUnit unit = open.poll();
                if (seen.add(unit)) {
                    unit.getAccessesFromSelf().stream()
                            .filter(access -> contains(access.getTargetOwner()))
                            .flatMap(access -> access.getTarget().resolveMember().stream())
                            .forEach(member -> {
                                if (initializes(member)) {
                                    found.add(member.getOwner());
                                }
                                if (member instanceof JavaCodeUnit called) {
                                    open.add(called);
                                }
                            });
                }
            }
            found.remove(start);
            return found;
        }

        private boolean contains(JavaClass one) {
            return classes.containsKey(one.getName());
        }

        private static boolean initializes(JavaMember member) {
            return member instanceof JavaConstructor || member.getModifiers().contains(JavaModifier.STATIC);
        }
    }
}
