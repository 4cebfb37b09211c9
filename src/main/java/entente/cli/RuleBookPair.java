package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Input;
import entente.cli.io.InputFile;
import entente.document.Text;
import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two rule books, each with the name of its folder; reads scenarios that may speak of what either of them knows. */
record RuleBookPair(Named first, Named second) {

    record Named(String name, LoadedRuleBook loaded) {
        RuleBook book() {
            return loaded.book();
        }
    }

    /**
     * A scenario as each book reads it.
     *
     * @param first with what the first book knows
     * @param second with what the second book knows
     * @param whole with everything that either knows, as the first book reads it
     */
    record Twin(Scenario first, Scenario second, Scenario merged) {}

    /** What was read, with what the inputs alone mean for the exit code. */
    record Twins(List<Twin> all, ExitCode code) {}

    /** The folders that {@code --rules} names: one, or two with a comma between them. */
    static List<Path> folders(Path given) {
        List<String> names = List.of(given.toString().split(",", -1));
        if (Files.isDirectory(given) || names.size() < 2) {
            return List.of(given);
        }
        if (names.size() > 2) {
            throw new CliException(ExitCode.USAGE, "--rules names two rule books at most, not " + names.size() + ".");
        }
        return names.stream().map(Path::of).toList();
    }

    static RuleBookPair open(BaseCommand verb, List<Path> folders) throws RuleBookException {
        return new RuleBookPair(open(verb, folders.get(0)), open(verb, folders.get(1)));
    }

    private static Named open(BaseCommand verb, Path folder) throws RuleBookException {
        try {
            return new Named(Text.printable(folder.toString()), verb.book(folder));
        } catch (RuleBookException wrong) {
            // Of two books it has to be said which one has the fault.
            throw new RuleBookException(
                    wrong.faults().stream().map(fault -> locate(folder, fault)).toList());
        }
    }

    private static RuleBookFault locate(Path folder, RuleBookFault fault) {
        String file = fault.file().isEmpty()
                ? folder.toString()
                : folder.resolve(fault.file()).toString();
        return new RuleBookFault(Text.printable(file), fault.line(), fault.code(), fault.detail());
    }

    List<String> names() {
        return List.of(first.name(), second.name());
    }

    Twins read(BaseCommand verb, List<Input> inputs, ScenarioOverrides overrides) {
        ScenarioReader readsFirst = reader(first.book(), second.book());
        ScenarioReader readsSecond = reader(second.book(), first.book());
        List<Twin> twins = new ArrayList<>();
        Set<ExitCode> failed = new TreeSet<>();
        for (Input input : inputs) {
            ScenarioInputs one = ScenarioInputs.scenarios(verb, List.of(inputFor(first, input)), readsFirst, overrides);
            if (one.accepted().isEmpty()) {
                failed.add(one.code());
                continue;
            }
            ScenarioInputs other = ScenarioInputs.scenarios(verb, List.of(inputFor(second, input)), readsSecond, overrides);
            if (other.accepted().isEmpty()) {
                failed.add(other.code());
                continue;
            }
            Scenario whole = one.accepted().get(0).scenario();
            twins.add(new Twin(
                    restrict(whole, first.book()), restrict(other.accepted().get(0).scenario(), second.book()), whole));
        }
        return new Twins(twins, code(twins, failed));
    }

    private static ExitCode code(List<Twin> twins, Set<ExitCode> failed) {
        if (failed.isEmpty()) {
            return ExitCode.SUCCESS;
        }
        return twins.isEmpty() && failed.size() == 1 ? failed.iterator().next() : ExitCode.PARTIAL;
    }

    private static Input inputFor(Named book, Input input) {
        InputFile.Content content = input.read();
        return content.bytes().isEmpty()
                ? input
                : new Input(input.name() + ", read by " + book.name(), () -> content, input.parents());
    }

    /** Reads what a book knows as it does, and what only the other knows as that one does. */
    private static ScenarioReader reader(RuleBook own, RuleBook other) {
        Catalogue catalogue = own.catalogue();
        List<Group> groups = new ArrayList<>(catalogue.groups());
        List<String> ids = groups.stream().map(Group::id).toList();
        other.catalogue().groups().stream()
                .filter(group -> !ids.contains(group.id()))
                .forEach(groups::add);
        List<Indicator> indicators = new ArrayList<>(catalogue.indicators());
        other.catalogue().indicators().stream()
                .filter(indicator -> catalogue.find(indicator.id()).isEmpty())
                .forEach(indicators::add);
        Set<String> switches = new TreeSet<>(own.switchableIds());
        switches.addAll(other.switchableIds());
        return new ScenarioReader(new Vocabulary(new Catalogue(groups, indicators, catalogue.dataNotes()), switches));
    }

    /** A scenario without the readings and assumptions that this book cannot place. */
    private static Scenario restrict(Scenario scenario, RuleBook book) {
        Map<String, Reading> readings = new LinkedHashMap<>(scenario.readings());
        readings.keySet().removeIf(id -> book.catalogue().find(id).isEmpty());
        Assumptions all = scenario.assumptions();
        Map<String, Double> emphasis = new TreeMap<>(all.emphasis());
        emphasis.keySet().retainAll(book.switchableIds());
        Set<String> without = new TreeSet<>(all.without());
        without.retainAll(book.switchableIds());
        Map<String, List<Double>> cutPoints = new TreeMap<>(all.cutPoints());
        cutPoints.keySet().removeIf(id -> book.catalogue().find(id).isEmpty());
        return scenario.withReadings(readings)
                .withAssumptions(new Assumptions(all.weights(), emphasis, without, cutPoints, all.baseRatePercent()));
    }
}
