package entente.cli;

import entente.briefing.BriefingScenario;
import entente.cli.RuleBookPair.ScenarioPairs;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Inputs.Input;
import entente.document.Text;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.report.form.Hint;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.SharedVocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rule books of briefings, and what reads scenarios for them. */
record BriefingInputs(BaseCommand command, LoadedRuleBook own, Optional<RuleBookPair> pair) {

    /** The accepted scenarios, with the exit code of the inputs. */
    record Accepted(List<BriefingScenario> scenarios, ExitCode code) {}

    /** @param rival folder of the rival book, {@code none}, or null for the folder {@code rival} of the rule book */
    static BriefingInputs open(BaseCommand command, @Nullable String rival) throws RuleBookException {
        Path shipped = rivalFolder(command);
        if ("none".equals(rival) || (rival == null && !Files.isDirectory(shipped))) {
            return new BriefingInputs(command, command.book(), Optional.empty());
        }
        Path other = rival == null ? shipped : Path.of(rival);
        RuleBookPair pair = RuleBookPair.open(command, List.of(command.rulesFolder(), other));
        return new BriefingInputs(command, pair.first().loaded(), Optional.of(pair));
    }

    /** The folder of the rival book if none is named, whether it exists or not. */
    static Path rivalFolder(BaseCommand command) {
        return command.rulesFolder().resolve("rival");
    }

    Optional<LoadedRuleBook> rival() {
        return pair.map(both -> both.second().loaded());
    }

    Accepted read(List<Input> inputs, ScenarioOverrides overrides) {
        if (pair.isPresent()) {
            ScenarioPairs pairs = pair.get().read(command, inputs, overrides);
            return new Accepted(
                    pairs.all().stream()
                            .map(both -> new BriefingScenario(both.first(), Optional.of(both.second())))
                            .toList(),
                    pairs.code());
        }
        ScenarioInputs read = new ScenarioInputs(command, BaseCommand.reader(own), overrides).readAll(inputs);
        List<BriefingScenario> scenarios = new ArrayList<>();
        read.accepted().forEach(named -> scenarios.add(BriefingScenario.of(named.scenario())));
        return new Accepted(scenarios, read.code());
    }

    Scenario previous(String name) {
        Accepted read = read(command.inputs(List.of(name)), ScenarioOverrides.NONE);
        if (read.scenarios().size() != 1) {
            throw new CliException(
                    read.code() == ExitCode.SUCCESS ? ExitCode.USAGE : read.code(),
                    "--since names one valid scenario, not " + Text.printable(name) + ".");
        }
        return read.scenarios().get(0).own();
    }

    /**
     * Reads one scenario.
     *
     * @param reading reads it with the reader that it is given
     * @param valid receives a valid scenario
     * @param refused receives the problems of an invalid one
     * @return what the one that was called returns
     */
    <T> T read(
            Function<ScenarioReader, ScenarioResult> reading,
            Function<BriefingScenario, T> valid,
            Function<ScenarioResult.Refused, T> refused) {
        RuleBook book = own.book();
        Optional<RuleBook> other = rival().map(LoadedRuleBook::book);
        ScenarioResult first = reading.apply(
                other.map(rivals -> SharedVocabulary.reader(book, rivals)).orElseGet(() -> BaseCommand.reader(own)));
        ScenarioResult second = other.map(rivals -> reading.apply(SharedVocabulary.reader(rivals, book)))
                .orElse(first);
        if (!(first instanceof ScenarioResult.Accepted mine)) {
            return refused.apply((ScenarioResult.Refused) first);
        }
        if (!(second instanceof ScenarioResult.Accepted theirs)) {
            return refused.apply((ScenarioResult.Refused) second);
        }
        return valid.apply(other.map(rivals -> new BriefingScenario(
                        SharedVocabulary.restrict(mine.scenario(), book),
                        Optional.of(SharedVocabulary.restrict(theirs.scenario(), rivals))))
                .orElseGet(() -> BriefingScenario.of(mine.scenario())));
    }

    /** The command that gives the same verdict, as it is typed. */
    String assessCommand(Hint hint, LikelihoodScale scale) {
        String words = scale == LikelihoodScale.ICD203 ? "" : " --scale phia";
        return Hint.command("assess " + hint.input().replace(Wording.GLUE, ' ') + words);
    }
}
