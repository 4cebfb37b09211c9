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

    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify..";
    /** Marks generated methods only; not present at run time. */
    private static final String LOMBOK_MARK = "lombok";
    /** Say what a result is; nothing in them runs. */
    private static final String ANNOTATIONS = "com.fasterxml.jackson.annotation..";

    private static final String MODEL = "entente.model..";
    private static final String DOCUMENT = "entente.document..";
    private static final String SCENARIO = "entente.scenario..";
    private static final String SHEET = "entente.sheet..";
    private static final String RULEBOOK = "entente.rulebook..";
    private static final String SCORING = "entente.scoring..";
    private static final String ANALYSIS = "entente.analysis..";
    private static final String COMPARISON = "entente.analysis.comparison..";
    private static final String SERIES = "entente.analysis.series..";
    private static final String QUALITY = "entente.quality..";
    private static final String REPORT = "entente.report..";
    private static final String OPEN_HTML = "com.openhtmltopdf..";
    private static final String PDF_BOX = "org.apache.pdfbox..";
    private static final String FONT_BOX = "org.apache.fontbox..";
    private static final String KEYS = "entente.service.keys..";
    private static final String SERVICE = "entente.service..";
    private static final String FILES = "entente.files..";
    private static final String POI = "org.apache.poi..";
    private static final String WORD_XML = "org.openxmlformats..";
    private static final String XML_BEANS = "org.apache.xmlbeans..";
    private static final String JACKSON = "tools.jackson..";

    @ArchTest
    static final ArchRule MODEL_KNOWS_NOTHING_ELSE = only(MODEL);

    @ArchTest
    static final ArchRule DOCUMENTS =
            only(DOCUMENT, MODEL, JACKSON, "org.apache.commons.text..", "org.apache.commons.compress..", POI, WORD_XML);

    @ArchTest
    static final ArchRule SCENARIOS = only(SCENARIO, MODEL, DOCUMENT);

    @ArchTest
    static final ArchRule SHEETS =
            only(SHEET, MODEL, DOCUMENT, SCENARIO, "org.apache.commons.compress..", POI, WORD_XML, XML_BEANS);

    /** The service reads and writes spreadsheets in one place, as the body of a request and from it. */
    @ArchTest
    static final ArchRule SERVICE_READS_SHEETS_AS_BODIES = noClasses()
            .that(resideInAPackage(SERVICE).and(DescribedPredicate.not(simpleName("ScenarioBody"))))
            .should()
            .dependOnClassesThat(resideInAPackage(SHEET));

    @ArchTest
    static final ArchRule RULE_BOOKS =
            only(RULEBOOK, MODEL, DOCUMENT, FILES, "org.antlr..", "org.kie..", "org.drools..");

    @ArchTest
    static final ArchRule SCORING_OF_SCENARIOS = only(SCORING, MODEL, RULEBOOK);

    @ArchTest
    static final ArchRule ANALYSES = only(ANALYSIS, MODEL, DOCUMENT, RULEBOOK, SCORING);

    /** An analysis builds on scoring, not on another analysis; a series compares. */
    @ArchTest
    static final ArchRule ANALYSES_ARE_INDEPENDENT = slices().matching("entente.analysis.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage(SERIES), resideInAPackage(COMPARISON));

    @ArchTest
    static final ArchRule QUALITY_OF_RULE_BOOKS = only(QUALITY, MODEL, DOCUMENT, SCENARIO, RULEBOOK, SCORING);

    /** Reports show results; they do not compute any. */
    @ArchTest
    static final ArchRule REPORTS = only(
            REPORT,
            MODEL,
            DOCUMENT,
            ANALYSIS,
            QUALITY,
            JACKSON,
            "org.apache.commons..",
            "gg.jte..",
            "org.commonmark..",
            OPEN_HTML,
            PDF_BOX,
            FONT_BOX,
            "javax.imageio..",
            "javax.xml..",
            "org.w3c.dom..",
            "org.xml.sax..",
            POI,
            WORD_XML);

    /** Large libraries, which only briefings as PDF load. */
    @ArchTest
    static final ArchRule PDF_LIBRARIES_IN_ONE_PACKAGE = noClasses()
            .that(resideInAPackage("entente..").and(DescribedPredicate.not(resideInAPackage("entente.report.pdf"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(OPEN_HTML, PDF_BOX, FONT_BOX));

    @ArchTest
    static final ArchRule BRIEFINGS =
            only("entente.briefing..", MODEL, DOCUMENT, SCENARIO, ANALYSIS, REPORT, RULEBOOK, SCORING, FILES);

    /** It takes a second to load. */
    @ArchTest
    static final ArchRule POI_FOR_DOCUMENTS_AND_WORKBOOKS = noClasses()
            .that(resideOutsideOfPackages("entente.report.word..", SHEET)
                    .and(DescribedPredicate.not(simpleName("PlainWorkbook"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(POI, WORD_XML, XML_BEANS));

    @ArchTest
    static final ArchRule ATOMIC_FILES = only(FILES);

    @ArchTest
    static final ArchRule KEY_FILES = only(KEYS, DOCUMENT, FILES);

    @ArchTest
    static final ArchRule PROBLEMS = only(
            "entente.service.problem..",
            MODEL,
            DOCUMENT,
            "entente.report.json..",
            "gg.jte..",
            "org.slf4j..",
            "jakarta.servlet..",
            "org.springframework.boot");

    @ArchTest
    static final ArchRule ARCHIVE = only(
            "entente.service.archive..",
            MODEL,
            DOCUMENT,
            "entente.service.problem..",
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
    static final ArchRule JOBS = only(
            "entente.service.jobs..", MODEL, "entente.service.archive..", "entente.service.problem..", "org.slf4j..");

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

    private static ArchRule only(String own, String... others) {
        String[] allowed = Stream.concat(Stream.of(own, JAVA, NULLNESS, LOMBOK_MARK, ANNOTATIONS), Stream.of(others))
                .toArray(String[]::new);
        return classes().that().resideInAPackage(own).should().onlyDependOnClassesThat(resideInAnyPackage(allowed));
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
