package entente.cli;

import entente.document.Text;
import entente.model.Subject;
import entente.model.rule.RuleBook;
import entente.quality.diff.RuleBookDiff.ScenarioVersions;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two rule books with the names of their folders; reads scenarios that use indicators of either of them. */
record RuleBookPair(NamedRuleBook first, NamedRuleBook second) {

    record NamedRuleBook(String name, LoadedRuleBook loaded) {
        RuleBook book() {
            return loaded.book();
        }
    }

    RuleBookPair {
        Subject one = first.book().catalogue().subject();
        Subject other = second.book().catalogue().subject();
        if (!one.matches(other)) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    first.name() + " is about " + one.pair() + ", and " + second.name() + " about " + other.pair()
                            + ": their verdicts cannot be compared.");
        }
    }

    record ScenarioPairs(List<ScenarioVersions> all, ExitCode code) {}

    static NamedRuleBook open(BaseCommand command, String name, Path folder) throws RuleBookException {
        String shown = Text.printable(name);
        try {
            return new NamedRuleBook(shown, command.book(folder));
        } catch (RuleBookException wrong) {
            // The message must name the book that has the fault.
            throw wrong.in(shown);
        }
    }

    ScenarioPairs read(BaseCommand command, List<Input> inputs, ScenarioOverrides overrides) {
        ScenarioReader readsFirst = Vocabulary.reader(first.book(), second.book());
        ScenarioReader readsSecond = Vocabulary.reader(second.book(), first.book());
        ScenarioInputs firsts = new ScenarioInputs(command, readsFirst, overrides);
        ScenarioInputs seconds = new ScenarioInputs(command, readsSecond, overrides);
        List<ScenarioVersions> pairs = new ArrayList<>();
        for (Input input : inputs) {
            firsts.next(inputFor(first, input))
                    .ifPresent(whole -> seconds.next(inputFor(second, input))
                            .ifPresent(other -> pairs.add(new ScenarioVersions(
                                    Vocabulary.restrict(whole, first.book()),
                                    Vocabulary.restrict(other, second.book())))));
        }
        return new ScenarioPairs(pairs, ScenarioInputs.code(pairs.size(), List.of(firsts, seconds)));
    }

    private static Input inputFor(NamedRuleBook book, Input input) {
        Input.Content content = input.read();
        return content.bytes().isEmpty()
                ? input
                : new Input(input.name() + ", read by " + book.name(), () -> content, input.parents(), input.similar());
    }
}
