package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.rule.Rule;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules named by id or sentence, and their locations. */
class RuleLookupTest {

    private static final String ID = "us_reads_alliance_as_offence";

    private static Invocation show(Object... args) {
        Object[] all = new Object[args.length + 2];
        all[0] = "rules";
        all[1] = "show";
        System.arraycopy(args, 0, all, 2, args.length);
        return Invocation.of(all);
    }

    @Test
    void everyRuleIsFoundByItsOwnSentence() {
        for (Rule rule : Shipped.BOOK.book().rules()) {
            assertThat(RuleLookup.find(rule.claim(), Shipped.BOOK.book()).id()).isEqualTo(rule.cardId());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Washington would be expected to treat an alliance as hostile and answer it with containment.",
                "washington would be expected to treat an alliance as hostile and answer it with containment",
                "AS HOSTILE",
                "  treat an alliance\n      as  hostile and "
            })
    void sentenceOrItsPartNamesTheRule(String wanted) {
        assertThat(show(wanted)).isEqualTo(show(ID));
        assertThat(Invocation.of("explain", Invocation.BASELINE, "--rule", wanted, "--format", "json"))
                .isEqualTo(Invocation.of("explain", Invocation.BASELINE, "--rule", ID, "--format", "json"));
    }

    @Test
    void severalMatchesAreListedWithTheirIds() {
        Invocation run = show("tariffs");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        List<Rule> matching = Shipped.BOOK.book().cards().stream()
                .filter(rule -> rule.claim().toLowerCase(java.util.Locale.ROOT).contains("tariffs"))
                .toList();
        assertThat(matching).hasSizeGreaterThan(1);
        assertThat(run.err())
                .startsWith(
                        "entente: " + matching.size() + " rules contain \"tariffs\"; name one of them by its id:\n");
        matching.forEach(rule -> assertThat(run.err()).contains("\n  " + rule.id() + ": " + rule.claim() + "\n"));
        assertThat(Invocation.of("explain", Invocation.BASELINE, "--rule", "tariffs")
                        .err())
                .isEqualTo(run.err().replace("rules show --help", "explain --help"));
    }

    @Test
    void groupIsAnsweredWithItsRules() {
        List<Rule> rules = Shipped.BOOK.book().cards().stream()
                .filter(rule -> rule.group().equals("us_reaction"))
                .toList();
        Invocation run = Invocation.of("explain", Invocation.BASELINE, "--rule", "us_reaction");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err())
                .startsWith(
                        "entente: us_reaction is a group of " + rules.size() + " rules; name one of them by its id:\n");
        rules.forEach(rule -> assertThat(run.err()).contains("\n  " + rule.id() + ": " + rule.claim() + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "zebras gallop"})
    void noMatchIsAnError(String wanted) {
        assertThat(show(wanted))
                .isEqualTo(new Invocation(
                        64, "", "entente: there is no rule \"" + wanted + "\".\nHelp: ./entente rules show --help\n"));
    }

    @Test
    void unknownSentenceSuggestsSimilarSentences() {
        Invocation run = show("Washington treats the alliance as hostile");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err())
                .startsWith("entente: there is no rule \"Washington treats the alliance as hostile\"."
                        + " Rules with some of these words:\n  " + ID + ": Washington would be expected to treat ");
        assertThat(show("reads_alliance").err())
                .startsWith("entente: there is no rule \"reads_alliance\". Did you mean " + ID + "?\n");
    }

    @Tag("thorough")
    @Test
    void locationsDenoteTheRuleAndEachCutPoint() throws IOException {
        for (Rule rule : Shipped.BOOK.book().rules()) {
            String text = RuleLookupTest.show(rule.id()).out();
            List<String> places =
                    text.substring(text.indexOf("Defined at\n")).lines().skip(1).toList();
            long indicators = rule.conditions().stream()
                    .map(condition -> condition.indicator())
                    .distinct()
                    .count();
            long weights = Shipped.BOOK.book().steps(rule.cardId()).stream()
                    .flatMap(step -> Stream.of(step.alliance(), step.partnership()))
                    .filter(Optional::isPresent)
                    .count();
            assertThat(places.stream().filter(line -> line.startsWith("  rules/")))
                    .hasSize((int) (1
                            + weights
                            + rule.ceiling().stream().count()
                            + 4 * indicators));
            assertThat(line(places.get(0))).startsWith("rule \"").contains(rule.claim());
        }
        String text = show("coalition_would_follow").out();
        assertThat(Invocation.of("explain", Invocation.BASELINE, "--rule", "coalition_would_follow")
                        .out())
                .endsWith(text.substring(text.indexOf("\nDefined at\n")));
        String cut = text.lines()
                .filter(line -> line.contains("us_coalition_states_aligned high from 6"))
                .findFirst()
                .orElseThrow();
        assertThat(line(cut)).contains("{from: 6, grade: HIGH");
        String weight = text.lines()
                .filter(line -> line.contains("weights.yaml") && line.endsWith(" on the alliance"))
                .findFirst()
                .orElseThrow();
        assertThat(line(weight)).contains("points: ");
        String anchor = text.lines()
                .filter(line -> line.contains("us_reaction_severity_expected low from 1"))
                .findFirst()
                .orElseThrow();
        assertThat(line(anchor)).contains("1: \"protest\"");
    }

    /** The line of the rule book that a location denotes. */
    private static String line(String shown) throws IOException {
        String[] parts = shown.strip().split(":", -1);
        return Files.readAllLines(Shipped.RULES.resolve(parts[0].substring("rules/".length())))
                .get(Integer.parseInt(parts[1]) - 1);
    }
}
