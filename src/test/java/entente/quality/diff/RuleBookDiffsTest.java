package entente.quality.diff;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.attribution.Share;
import entente.model.Fraction;
import entente.model.Scenario;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBooks;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.testkit.BookFolder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares shares with real rule books: each mixture of two books is written to a folder, compiled and assessed. */
@Tag("thorough")
class RuleBookDiffsTest {

    private static final String SHOTS = """

            rule "Shots, once fired, are remembered."
                @id( shots_remembered )
                @group( shock )
                @alliance( MODERATELY_AGAINST )
                @assumption( "a test" )
            when
                GradedReading( indicator == "border_incident", grade >= Grade.LOW )
            then
            end
            """;

    /** The edits from the first book to the second, by their ids in shares. */
    private record Edit(String of, UnaryOperator<BookFolder> apply) {}

    private static final List<Edit> EDITS = List.of(
            new Edit(
                    "stake_lost", book -> book.replace("interplay.drl", "grade <= Grade.LOW", "grade <= Grade.HIGH")),
            new Edit("shots_remembered", book -> book.append("claims.drl", SHOTS)),
            new Edit(
                    "weights",
                    book -> book.replace("weights.yaml", "MODERATE: {points: 1,", "MODERATE: {points: 2.5,")),
            new Edit(
                    "ceilings",
                    book -> book.replace(
                            "weights.yaml",
                            "NO_SWITCH: {kneePercent: 20, share: 0.4",
                            "NO_SWITCH: {kneePercent: 5, share: 0.6")),
            new Edit("baseRates", book -> book.replace("weights.yaml", "5: {percent: 8,", "5: {percent: 15,")),
            new Edit(
                    "cutPoints",
                    book -> book.replace("indicators.yaml", "{from: 15, grade: HIGH", "{from: 14, grade: HIGH")));

    private static final List<String> WORLDS = List.of(
            "\"export_share_pct\": 20, \"shock_severity\": 3, \"border_incident\": 1",
            "\"export_share_pct\": 14.5, \"shock_severity\": 2, \"border_incident\": 0",
            "\"export_share_pct\": 3, \"shock_severity\": 4, \"border_incident\": 1, \"treaty_commitment_level\": 3",
            "\"treaty_commitment_level\": 4, \"shock_severity\": 3, \"export_share_pct\": 20",
            "\"border_incident\": 3, \"shock_severity\": 3");

    @TempDir
    private static Path folder;

    private static final LoadedRuleBook[] BOOKS = new LoadedRuleBook[1 << EDITS.size()];

    @BeforeAll
    static void mixtures() throws Exception {
        for (int set = 0; set < BOOKS.length; set++) {
            BookFolder book = BookFolder.copy(BookFolder.BASE, folder.resolve("book" + set));
            for (int e = 0; e < EDITS.size(); e++) {
                book = (set & 1 << e) == 0 ? book : EDITS.get(e).apply().apply(book);
            }
            BOOKS[set] = RuleBooks.open(book.folder(), folder.resolve("cache"));
        }
    }

    private static Scenario scenario(String readings, LoadedRuleBook book) {
        String json =
                "{\"id\": \"small\", \"title\": \"Small\", \"horizonYears\": 5, \"readings\": {" + readings + "}}";
        ScenarioResult result = new ScenarioReader(Vocabulary.of(book.book()))
                .read(json.getBytes(StandardCharsets.UTF_8), ScenarioSource.none());
        return ((ScenarioResult.Accepted) result).scenario();
    }

    @Test
    void reversedOrderNegatesEveryShare() {
        LoadedRuleBook last = BOOKS[BOOKS.length - 1];
        List<RuleBookDiffs.ScenarioVersions> corpus = WORLDS.stream()
                .map(world -> scenario(world, BOOKS[0]))
                .map(scenario -> new RuleBookDiffs.ScenarioVersions(scenario, scenario, scenario))
                .toList();
        RuleBookDiff there = new RuleBookDiffs(BOOKS[0], last).diff(corpus);
        RuleBookDiff back = new RuleBookDiffs(last, BOOKS[0]).diff(corpus);
        assertThat(there.added()).isEqualTo(back.removed()).hasSize(1);
        assertThat(there.removed()).isEqualTo(back.added()).isEmpty();
        for (int i = 0; i < WORLDS.size(); i++) {
            RuleBookDiff.Shift shift = there.shifts().get(i);
            for (Edit edit : EDITS) {
                assertThat(exact(back.shifts().get(i).likelihood(), edit))
                        .isEqualTo(exact(shift.likelihood(), edit).negated());
                assertThat(exact(back.shifts().get(i).depth(), edit))
                        .isEqualTo(exact(shift.depth(), edit).negated());
            }
        }
    }

    private static Fraction exact(Share whole, Edit edit) {
        return whole.part(edit.of()).map(Share::exact).orElse(Fraction.ZERO);
    }

    @Test
    void sharesMatchSwitchingRealBooksInEveryOrder() {
        LoadedRuleBook last = BOOKS[BOOKS.length - 1];
        List<RuleBookDiffs.ScenarioVersions> corpus = WORLDS.stream()
                .map(world -> scenario(world, BOOKS[0]))
                .map(scenario -> new RuleBookDiffs.ScenarioVersions(scenario, scenario, scenario))
                .toList();
        RuleBookDiff diff = new RuleBookDiffs(BOOKS[0], last).diff(corpus);
        assertThat(diff.shifts()).hasSize(WORLDS.size());
        int split = 0;
        for (RuleBookDiff.Shift shift : diff.shifts()) {
            Scenario scenario = shift.first().scenario();
            int[] tenths = new int[BOOKS.length];
            for (int set = 0; set < BOOKS.length; set++) {
                tenths[set] = new Assessor(BOOKS[set])
                        .assess(scenario)
                        .verdict()
                        .likelihood()
                        .tenths();
            }
            assertThat(shift.tenths()).isEqualTo(tenths[BOOKS.length - 1] - tenths[0]);
            if (shift.tenths() != 0) {
                split++;
                Fraction[] average = average(tenths);
                for (int e = 0; e < EDITS.size(); e++) {
                    assertThat(exact(shift.likelihood(), EDITS.get(e)))
                            .as("%s in %s", EDITS.get(e).of(), scenario.readings())
                            .isEqualTo(average[e]);
                }
                assertThat(shift.likelihood().parts().stream()
                                .mapToInt(Share::rounded)
                                .sum())
                        .isEqualTo(shift.tenths());
            }
        }
        assertThat(split).as("scenarios with something to split").isGreaterThanOrEqualTo(4);
    }

    /** The contribution of each edit, averaged over all orders. */
    private static Fraction[] average(int[] values) {
        Fraction[] sums = new Fraction[EDITS.size()];
        Arrays.fill(sums, Fraction.ZERO);
        int orders = walk(values, 0, new ArrayList<>(), sums);
        for (int e = 0; e < sums.length; e++) {
            sums[e] = sums[e].dividedBy(BigInteger.valueOf(orders));
        }
        return sums;
    }

    private static int walk(int[] values, int set, List<Integer> order, Fraction[] sums) {
        if (order.size() == EDITS.size()) {
            return 1;
        }
        int orders = 0;
        for (int e = 0; e < EDITS.size(); e++) {
            if ((set & 1 << e) == 0) {
                order.add(e);
                int below = walk(values, set | 1 << e, order, sums);
                order.remove(order.size() - 1);
                sums[e] = sums[e].plus(Fraction.of((long) (values[set | 1 << e] - values[set]) * below));
                orders += below;
            }
        }
        return orders;
    }
}
