package entente.quality.lint;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.Points;
import entente.model.Question;
import entente.model.rule.ReferenceClasses.ReferenceClass;
import entente.model.rule.RuleBook;
import entente.quality.lint.LintReport.LintCode;
import entente.quality.lint.LintReport.LintCode.Severity;
import entente.quality.lint.LintReport.LintFinding;
import entente.report.form.TextStyle;
import entente.report.question.Answers;
import entente.report.text.TextRenderer;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import entente.scoring.Monotonicity;
import entente.scoring.RandomRuleBooks;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringModel.ScoringOutcome;
import entente.testkit.BookFolder;
import entente.testkit.Folders;
import entente.testkit.Golden;
import entente.testkit.Property;
import entente.testkit.Records;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid rule books with one planted fault each: exactly it is found, at its location. */
class LinterTest {

    private static final Path BOOKS = Golden.RESOURCES.resolve("lint");
    private static final String EXPECTED = "expected.txt";

    private static LintReport base;

    @TempDir
    private Path folder;

    static List<String> names() {
        return Folders.names(BOOKS).stream()
                .filter(name -> Files.isDirectory(BOOKS.resolve(name)) && !name.equals("base"))
                .toList();
    }

    @BeforeAll
    static void lintBaseBook(@TempDir Path folder) throws IOException, RuleBookException {
        base = lint(BookFolder.copy(BOOKS.resolve("base"), folder).folder());
    }

    @Test
    void baseBookHasNoFindings() {
        assertThat(base.findings()).isEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("names")
    void exactlyThePlantedFaultIsFoundAtItsLocation(String name) throws IOException, RuleBookException {
        BookFolder book = BookFolder.copy(BOOKS.resolve("base"), folder).overlay(BOOKS.resolve(name));
        LintReport report = lint(book.folder());
        Golden.check(
                BOOKS.resolve(name).resolve(EXPECTED),
                besides(report, base).stream()
                        .map(finding -> brief(finding) + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void everyCheckHasATestBook() throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : names()) {
            Files.readAllLines(BOOKS.resolve(name).resolve(EXPECTED))
                    .forEach(line -> found.add(line.split(" ", -1)[2]));
        }
        assertThat(Arrays.stream(LintCode.values()).map(LintCode::name)).allMatch(found::contains);
        assertThat(names()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void documentationDescribesEveryCodeUnderItsSeverity() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "rules.md"));
        int at = page.indexOf("## Lint");
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            int next = page.indexOf("**" + severity.name().toLowerCase(Locale.ROOT) + "**", at);
            assertThat(next).as("paragraph on %s", severity).isGreaterThan(at);
            at = next;
            String table = page.substring(at, page.indexOf("\n\n", page.indexOf("|---", at)));
            for (LintCode code : LintCode.values()) {
                if (code.severity() == severity) {
                    assertThat(table).contains("| `" + code + "` | ");
                } else {
                    assertThat(table).doesNotContain("`" + code + "` |");
                }
            }
        }
    }

    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("lint");

    /** Cannot be planted together with the others; tested with small rule books in {@link LinterTest}. */
    private static final Set<LintCode> ELSEWHERE = EnumSet.of(LintCode.WEIGHS_NOTHING, LintCode.ALWAYS_HOLDS);

    @Test
    void shippedBookIsClean() throws IOException, RuleBookException {
        assertThat(lint(Shipped.RULES).findings()).isEmpty();
    }

    @Test
    @Tag("thorough")
    void rivalBookIsCleanAndSharedCatalogueIsNotReported() throws IOException, RuleBookException {
        LintReport report = lint(Shipped.RULES.resolve("rival"));
        assertThat(report.clean()).isTrue();
        assertThat(report.findings())
                .extracting(finding -> finding.location().file())
                .noneMatch(file -> file.contains("indicators.yaml"));
    }

    @Tag("thorough")
    @Test
    void everyKindOfFaultIsFoundInAFullSizeBook() throws IOException, RuleBookException {
        plant(BookFolder.copy(Shipped.RULES, folder));
        LintReport report = lint(folder);
        Golden.check(
                GOLDEN.resolve("planted.txt"), TextRenderer.render(Answers.lint(report, "rules"), TextStyle.PLAIN));
        LintReport shipped = Linter.lint(Shipped.BOOK.book(), RuleBooks.locations(Shipped.RULES));
        assertThat(besides(report, shipped))
                .extracting(LintFinding::code)
                .containsAll(EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)));
    }

    private static void plant(BookFolder book) throws IOException {
        Files.copy(GOLDEN.resolve("planted.drl"), book.folder().resolve("planted.drl"));
        book.replace(
                "indicators.yaml",
                "  - id: treaty_commitment_level\n",
                "  - id: youth_exchange\n    group: commitment\n    label: \"Pupils abroad\"\n"
                        + "    unit: \"ordinal\"\n    range: [0, 4]\n    partnership: \"+\"\n    alliance: \"0\"\n"
                        + "    cites: [\"§6 ¶1\"]\n    source: \"a judgement\"\n"
                        + "    anchors: {0: \"none\", 1: \"few\", 2: \"some\", 3: \"many\", 4: \"all\"}\n"
                        + "  - id: treaty_commitment_level\n");
    }

    private static LintReport lint(Path folder) throws RuleBookException {
        return Linter.lint(Shipped.open(folder).book(), RuleBooks.locations(folder));
    }

    /** A finding as one line; facts distinguish findings on the same subject. */
    private static String brief(LintFinding finding) {
        return finding.location().file() + ":" + finding.location().line() + " " + finding.severity() + " "
                + finding.code()
                + " " + finding.subject() + " " + finding.facts();
    }

    /** The findings of this report that another does not have, regardless of line numbers. */
    private static List<LintFinding> besides(LintReport report, LintReport base) {
        List<String> known = base.findings().stream().map(LinterTest::unplaced).toList();
        return report.findings().stream()
                .filter(finding -> !known.contains(unplaced(finding)))
                .toList();
    }

    private static String unplaced(LintFinding finding) {
        return finding.code() + " " + finding.subject() + " " + finding.facts();
    }

    private static final Set<LintCode> WITHOUT_EFFECT =
            EnumSet.of(LintCode.NEVER_HOLDS, LintCode.ALWAYS_SILENCED, LintCode.SILENCES_NOTHING);

    /** Indicators of the random rule books, few enough to try all graded scenarios. */
    private static final int ASKED = 4;

    /** Law 1: a sign holds if and only if the monotonicity used for intervals is none or agrees with it. */
    @Test
    @Tag("thorough")
    void signProofMatchesMonotonicity() {
        int breaches = 0;
        for (int n = 0; n < Property.cases(); n++) {
            ScoringModel model = RandomRuleBooks.scoringModel(new SplittableRandom(Property.SEED + n), 5);
            for (Sign sign : List.of(Sign.RAISES, Sign.LOWERS, Sign.NOTHING, Sign.TWO_SIDED)) {
                RuleBook book = withSign(model.book(), sign);
                Set<String> breached = findings(book).stream()
                        .filter(finding -> finding.code() == LintCode.AGAINST_SIGN)
                        .map(finding ->
                                finding.facts().get(2) + " " + finding.facts().get(0))
                        .collect(Collectors.toCollection(TreeSet::new));
                Set<String> expected = new TreeSet<>();
                for (Question question : Question.values()) {
                    Monotonicity[] leanings = model.monotonicity(question);
                    IntStream.range(0, leanings.length)
                            .filter(i -> !respectsSign(sign, leanings[i]))
                            .forEach(i -> expected.add(question.name().toLowerCase(Locale.ROOT) + " "
                                    + book.catalogue().indicators().get(i).id()));
                }
                assertThat(breached).as("book %d under %s", n, sign).isEqualTo(expected);
                breaches += breached.size();
            }
        }
        assertThat(breaches).isGreaterThan(Property.cases());
    }

    private static List<LintFinding> findings(RuleBook book) {
        return Linter.lint(book, new RuleBookLocations(Map.of())).findings();
    }

    private static boolean respectsSign(Sign sign, Monotonicity leaning) {
        return leaning == Monotonicity.NONE
                || switch (sign) {
                    case RAISES -> leaning == Monotonicity.UP;
                    case LOWERS -> leaning == Monotonicity.DOWN;
                    case NOTHING -> false;
                    case TWO_SIDED, GATE, VETO -> true;
                };
    }

    /** A rule reported without effect has none in any graded scenario. */
    @Test
    @Tag("thorough")
    void noRuleThatTheLinterReportsAsWithoutEffectHasOne() {
        Set<LintCode> met = EnumSet.noneOf(LintCode.class);
        for (int n = 0; n < Property.cases() / 10; n++) {
            ScoringModel model = RandomRuleBooks.scoringModel(new SplittableRandom(Property.SEED - n), ASKED);
            RuleBook book = model.book();
            List<LintFinding> findings = findings(book);
            boolean[] matters = matters(model);
            for (int r = 0; r < matters.length; r++) {
                String id = book.rules().get(r).id();
                Set<LintCode> said = findings.stream()
                        .filter(finding -> finding.subject().equals(id))
                        .map(LintFinding::code)
                        .filter(WITHOUT_EFFECT::contains)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(LintCode.class)));
                met.addAll(said);
                assertThat(matters[r] && !said.isEmpty())
                        .as("book %d, %s of %s: %s", n, id, book.rules(), said)
                        .isFalse();
            }
        }
        assertThat(met).contains(LintCode.NEVER_HOLDS, LintCode.SILENCES_NOTHING);
    }

    /** By rule, whether its removal changes likelihood or relationship in some graded scenario. */
    private static boolean[] matters(ScoringModel model) {
        boolean[] matters = new boolean[model.rules().size()];
        Grade[] world = new Grade[model.book().catalogue().indicators().size()];
        Arrays.fill(world, Grade.UNKNOWN);
        tryAll(model, world, 0, matters);
        return matters;
    }

    private static void tryAll(ScoringModel model, Grade[] world, int depth, boolean[] matters) {
        if (depth < ASKED) {
            for (Grade grade : Grade.values()) {
                world[depth] = grade;
                tryAll(model, world, depth + 1, matters);
            }
            return;
        }
        boolean[] holding = model.satisfiedRules(world);
        for (ReferenceClass one : model.book().referenceClasses().all()) {
            Points base = Points.ofPercent(one.rate().value());
            String with = verdict(model, holding, base);
            for (int r = 0; r < matters.length; r++) {
                if (holding[r] && !matters[r]) {
                    boolean[] without = holding.clone();
                    without[r] = false;
                    matters[r] = !verdict(model, without, base).equals(with);
                }
            }
        }
    }

    private static String verdict(ScoringModel model, boolean[] holding, Points base) {
        ScoringOutcome outcome = model.outcome(holding, base);
        return outcome.likelihood() + " "
                + RelationshipJudgement.of(model, outcome, holding).relationship();
    }

    /** The rule book with the same sign for every indicator and question. */
    private static RuleBook withSign(RuleBook book, Sign sign) {
        Catalogue catalogue = book.catalogue();
        List<Indicator> indicators = catalogue.indicators().stream()
                .map(indicator -> Records.with(Records.with(indicator, "alliance", sign), "partnership", sign))
                .toList();
        return book.withCatalogue(new Catalogue(catalogue.groups(), indicators, catalogue.subject()));
    }
}
