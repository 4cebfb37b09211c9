package entente.cli;

import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.cli.RuleBookPair.ScenarioPairs;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Inputs.Input;
import entente.document.Text;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.report.form.Hint;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rule books of briefings, and what reads scenarios for them. */
record BriefingInputs(BaseCommand command, LoadedRuleBook own, Optional<RuleBookPair> pair) {

    /** The accepted scenarios, with the exit code of the inputs. */
    record Accepted(List<BriefingScenario> scenarios, ExitCode code) {}

    /** @param rival folder of the rival book, {@code none}, or null for the folder {@code rival} of the rule book */
    static BriefingInputs open(BaseCommand command, @Nullable String rival) throws RuleBookException {
        Optional<Path> other = "none".equals(rival)
                ? Optional.empty()
                : Optional.ofNullable(rival).map(Path::of).or(() -> RuleBooks.rival(command.rulesFolder()));
        if (other.isEmpty()) {
            return new BriefingInputs(command, command.book(), Optional.empty());
        }
        RuleBookPair pair = RuleBookPair.open(command, List.of(command.rulesFolder(), other.get()));
        return new BriefingInputs(command, pair.first().loaded(), Optional.of(pair));
    }

    Briefings briefings() {
        return new Briefings(own, pair.map(both -> both.second().loaded()));
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

    /** The command that gives the same verdict, as it is typed. */
    String assessCommand(Hint hint, LikelihoodScale scale) {
        String words = scale == LikelihoodScale.ICD203 ? "" : " --scale phia";
        return Hint.command("assess " + hint.input().replace(Wording.GLUE, ' ') + words);
    }
}
