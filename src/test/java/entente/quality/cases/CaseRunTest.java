package entente.quality.cases;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Numbers;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.cases.CaseReport.Gap;
import entente.quality.cases.RuleCase.Expectation;
import entente.quality.cases.RuleCase.FailedExpectation;
import entente.rulebook.RewrittenRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the shipped cases on several rule books. */
class CaseRunTest {

    private static final String FRICTION = """
            {"sentence": "Friction.", "readings": {"sco_institutional_friction": 3, "rus_status_acceptance": %s},
             "assumptions": {"without": ["no_will"]}, "expect": %s}
            """;

    @TempDir
    private Path folder;

    @Test
    void notFiredMatchesEveryOtherStatus() {
        assertThat(misses(FRICTION.formatted(
                        "3", "{\"notFired\": [\"no_will\", \"sco_blocked_high\", \"sco_paralysed\", \"no_pact\"]}")))
                .isEmpty();
        assertThat(misses(FRICTION.formatted("2", "{\"notFired\": [\"sco_blocked_high\"]}")))
                .containsExactly("sco_blocked_high: not FIRED, FIRED");
    }

    @Test
    void ceilingsMustListAllInForce() {
        List<String> effects = Shipped.ASSESSOR
                .assess(Shipped.with("baseline-2018", Map.of("border_or_proxy_incident", "3")))
                .balance()
                .ceilings()
                .stream()
                .flatMap(effect -> effect.rules().stream()
                        .map(rule -> "\"%s\": %s"
                                .formatted(
                                        rule, Numbers.plain(effect.reduction().value()))))
                .toList();
        assertThat(effects).hasSize(2);
        assertThat(missedCeilings(effects.get(0))).hasSize(1);
        assertThat(missedCeilings(effects.get(1))).hasSize(1);
        assertThat(missedCeilings(String.join(", ", effects))).isEmpty();
    }

    private List<String> missedCeilings(String ceilings) {
        return misses(("{\"sentence\": \"Ceilings.\", \"extends\": \"baseline-2018\","
                        + " \"readings\": {\"border_or_proxy_incident\": 3}, \"expect\": {\"ceilings\": {%s}}}")
                .formatted(ceilings));
    }

    @Test
    void casesOfAMissingRuleFail() {
        RuleBook whole = Shipped.BOOK.book();
        List<Rule> fewer = whole.rules().stream()
                .filter(rule -> !rule.id().equals("sco_blocked_high"))
                .toList();
        Assessor assessor = new Assessor(RewrittenRuleBook.open(whole.withRules(fewer)));
        CaseFiles shipped = CaseFiles.read(CaseFiles.folder(Shipped.RULES), whole, Shipped.SHELF);
        List<String> failed = shipped.cases().stream()
                .map(one -> one.run(assessor))
                .filter(result -> !result.passed())
                .map(result -> result.id())
                .toList();
        assertThat(failed).contains("thresholds-central-asian-rivalry/sco_blocked_high", "status-accepted");
        assertThat(failed).hasSizeLessThan(shipped.cases().size() / 10);
        assertThat(misses(FRICTION.formatted("2", "{\"fired\": [\"sco_blocked_high\"]}"), assessor))
                .containsExactly("sco_blocked_high: FIRED, no such rule");
    }

    private List<String> misses(String file) {
        return misses(file, Shipped.ASSESSOR);
    }

    private List<String> misses(String file, Assessor assessor) {
        try {
            Files.writeString(folder.resolve("one.json"), file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        CaseFiles files = CaseFiles.read(folder, Shipped.BOOK.book(), Shipped.SHELF);
        assertThat(files.refused()).isEmpty();
        return files.cases().stream()
                .flatMap(one -> one.run(assessor).failures().stream())
                .map(CaseRunTest::describe)
                .toList();
    }

    private static String describe(FailedExpectation miss) {
        Expectation of = miss.expectation();
        return of.rule().orElse(of.member()) + ": " + of.expected() + ", " + miss.actual();
    }

    private static final String RULE = "coalition_would_follow";

    @Test
    void thresholdIsCoveredIfItAloneKeepsTheRuleFromFiring() throws IOException {
        String fires = "'us_reaction_severity_expected': 3, 'us_coalition_states_aligned': 2";
        assertThat(gaps(fires)).containsExactly("us_reaction_severity_expected", "us_coalition_states_aligned");
        assertThat(gaps(fires, "'us_reaction_severity_expected': 2, 'us_coalition_states_aligned': 1"))
                .as("both fail")
                .containsExactly("us_reaction_severity_expected", "us_coalition_states_aligned");
        assertThat(gaps(fires, "'us_reaction_severity_expected': 3"))
                .as("an unrated indicator is no threshold that fails")
                .containsExactly("us_reaction_severity_expected", "us_coalition_states_aligned");
        assertThat(gaps(fires, "'us_reaction_severity_expected': 2, 'us_coalition_states_aligned': 2"))
                .containsExactly("us_coalition_states_aligned");
        assertThat(gaps(
                        fires,
                        "'us_reaction_severity_expected': 2, 'us_coalition_states_aligned': 2",
                        "'us_reaction_severity_expected': 3, 'us_coalition_states_aligned': 1"))
                .isEmpty();
    }

    /** The gaps of the rule: its own id for the whole, otherwise the indicator of the threshold. */
    private List<String> gaps(String... readings) throws IOException {
        for (int n = 0; n < readings.length; n++) {
            String one =
                    "{'sentence': 'A case.', 'readings': {" + readings[n] + "}, 'expect': {'notFired': ['no_will']}}";
            Files.writeString(folder.resolve("case" + n + ".json"), one.replace('\'', '"'));
        }
        CaseFiles files = CaseFiles.read(folder, Shipped.BOOK.book(), Shipped.SHELF);
        assertThat(files.refused()).isEmpty();
        return CaseReport.gaps(Shipped.BOOK.book(), Shipped.ASSESSOR, files.cases()).stream()
                .filter(gap -> gap.rule().equals(RULE))
                .map(CaseRunTest::name)
                .toList();
    }

    private static String name(Gap gap) {
        return gap.condition().map(condition -> condition.indicator()).orElse(gap.rule());
    }
}
