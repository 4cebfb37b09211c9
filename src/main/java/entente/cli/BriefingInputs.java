package entente.cli;

import entente.briefing.BriefingScenario;
import entente.cli.RuleBookPair.ScenarioPairs;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Inputs.Input;
import entente.document.Text;
import entente.model.Scenario;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.scenario.ScenarioOverrides;
import java.nio.file.Files;
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
        Path shipped = command.rulesFolder().resolve("rival");
        if ("none".equals(rival) || (rival == null && !Files.isDirectory(shipped))) {
            return new BriefingInputs(command, command.book(), Optional.empty());
        }
        Path other = rival == null ? shipped : Path.of(rival);
        RuleBookPair pair = RuleBookPair.open(command, List.of(command.rulesFolder(), other));
        return new BriefingInputs(command, pair.first().loaded(), Optional.of(pair));
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
}
