package entente.cli;

import entente.cli.io.Input;
import entente.rulebook.LoadedRuleBook;
import java.util.List;
import picocli.CommandLine.Mixin;

/** A command on scenarios that options can change. */
abstract class ScenarioCommand extends BaseCommand {

    @Mixin
    private ScenarioChanges changes = new ScenarioChanges();

    ScenarioChanges changes() {
        return changes;
    }

    /** Reads the inputs with the changes. */
    ScenarioInputs read(LoadedRuleBook book, List<Input> inputs) {
        return new ScenarioInputs(this, reader(book), changes.overrides()).readAll(inputs);
    }
}
