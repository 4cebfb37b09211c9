package entente.cli;

import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.document.Text;
import entente.model.Problem;
import entente.model.Scenario;
import entente.model.assessment.Assessment.Warning;
import entente.model.rule.RuleBook;
import entente.report.wording.CaveatText;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioResult.Accepted;
import entente.scenario.ScenarioSource;
import entente.scoring.Warnings;
import entente.sheet.SheetFormat;
import entente.sheet.SheetReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;

/** Reads the inputs of a command one by one; invalid inputs do not stop the others. */
@RequiredArgsConstructor
final class ScenarioInputs {

    record NamedScenario(String name, Scenario scenario) {}

    private static final String NOT_ASSESSED = "not assessed";

    /** Refused, with the problems of the options. */
    private static final byte[] NOTHING = {};

    private final BaseCommand command;
    private final ScenarioReader reader;
    private final ScenarioOverrides overrides;
    private final List<NamedScenario> accepted = new ArrayList<>();
    private Optional<RuleBook> slips = Optional.empty();
    private int valid;
    private int missing;
    private int invalid;

    /** Reports the likely slips of valid scenarios, as their results do not. */
    void reportSlips(RuleBook book) {
        slips = Optional.of(book);
    }

    /** Reads all inputs and keeps the valid scenarios. */
    ScenarioInputs readAll(List<Input> inputs) {
        inputs.forEach(input ->
                next(input).ifPresent(scenario -> accepted.add(new NamedScenario(input.name(), scenario))));
        return this;
    }

    /** Reads one input and counts it for the exit code. */
    Optional<Scenario> next(Input input) {
        return result(input).flatMap(result -> {
            if (result instanceof ScenarioResult.Refused refused) {
                printRefusal(input, refused.problems());
            }
            if (result instanceof ScenarioResult.Accepted found) {
                reportSlips(input, found);
            }
            return result instanceof ScenarioResult.Accepted found ? Optional.of(found.scenario()) : Optional.empty();
        });
    }

    private void reportSlips(Input input, ScenarioResult.Accepted accepted) {
        slips.ifPresent(book -> {
            List<Problem> found = warnings(accepted, book).stream()
                    .filter(ScenarioInputs::isSlip)
                    .toList();
            warningLines(found).forEach(line -> command.printDiagnostic(input.displayName() + ": " + line));
        });
    }

    /** Reads one input for two rule books, and counts it once for the exit code. */
    Optional<BriefingScenario> next(Input input, Briefings books) {
        return content(input)
                .flatMap(bytes -> books.read(
                        each -> read(each, input.name(), bytes, input.parents(), overrides),
                        scenario -> {
                            valid++;
                            return Optional.of(scenario);
                        },
                        refused -> {
                            invalid++;
                            printRefusal(input, refused.problems());
                            return Optional.empty();
                        }));
    }

    /** Reads one input without printing its problems; empty if it does not exist. */
    Optional<ScenarioResult> result(Input input) {
        Optional<ScenarioResult> result = content(input)
                .map(bytes -> input.line() == 0
                        ? read(reader, input.name(), bytes, input.parents(), overrides)
                        : atLine(input.line(), reader.read(bytes, input.parents(), overrides)));
        result.ifPresent(found -> {
            if (found instanceof ScenarioResult.Accepted) {
                valid++;
            } else {
                invalid++;
            }
        });
        return result;
    }

    /** The content of an input; empty, with a message, if it does not exist. */
    private Optional<byte[]> content(Input input) {
        Input.Content content = input.read();
        if (content.bytes().isEmpty()) {
            missing++;
            command.printDiagnostic(input.missingMessage(content, "scenario"));
            if (reader.read(NOTHING, input.parents(), overrides) instanceof ScenarioResult.Refused refused) {
                refuseOptions(refused.problems());
            }
        }
        return content.bytes();
    }

    private static ScenarioResult atLine(int line, ScenarioResult result) {
        return result instanceof ScenarioResult.Refused refused
                ? new ScenarioResult.Refused(refused.problems().stream()
                        .map(problem -> problem.inLine(line))
                        .toList())
                : result;
    }

    /** Spreadsheets are recognised by their names or content; the classes that read them are loaded for them only. */
    static ScenarioResult read(
            ScenarioReader reader, String name, byte[] bytes, ScenarioSource parents, ScenarioOverrides overrides) {
        return SheetFormat.ofInput(name, bytes) == SheetFormat.JSON
                ? reader.read(bytes, parents, overrides)
                : SheetReader.read(bytes, reader, parents, overrides);
    }

    private void printRefusal(Input input, List<Problem> problems) {
        List<Problem> ofInput = problems.stream()
                .filter(problem -> !ScenarioOverrides.isOption(problem.pointer()))
                .toList();
        if (!ofInput.isEmpty()) {
            command.printDiagnostic(ProblemText.of(input.displayName(), ofInput, NOT_ASSESSED));
        }
        refuseOptions(problems);
    }

    /** Names and values of options that are among the problems are usage errors, the same for every input. */
    private static void refuseOptions(List<Problem> problems) {
        CliException.refuse(problems.stream()
                .filter(problem -> ScenarioOverrides.isOption(problem.pointer()))
                .map(problem -> problem.pointer() + ": " + ProblemText.detail(problem))
                .toList());
    }

    List<NamedScenario> accepted() {
        return accepted;
    }

    /** The valid scenarios without duplicates: the same scenario counts once. */
    List<Scenario> distinct() {
        Map<String, Scenario> byDigest = new LinkedHashMap<>();
        for (NamedScenario one : accepted) {
            if (byDigest.putIfAbsent(one.scenario().sha256(), one.scenario()) != null) {
                command.printInfo(one.name() + ": duplicate, counted once.");
            }
        }
        return List.copyOf(byDigest.values());
    }

    /** Reports a problem of valid scenarios that this command cannot use, and counts them as invalid. */
    void refuse(Predicate<Scenario> unusable, Problem problem) {
        for (NamedScenario one : List.copyOf(accepted)) {
            if (unusable.test(one.scenario())) {
                accepted.remove(one);
                valid--;
                invalid++;
                command.printDiagnostic(ProblemText.of(Text.printable(one.name()), List.of(problem), NOT_ASSESSED));
            }
        }
    }

    ExitCode code() {
        return code(valid, missing, invalid);
    }

    static ExitCode code(int valid, int missing, int invalid) {
        if (missing == 0 && invalid == 0) {
            return ExitCode.SUCCESS;
        }
        if (valid > 0 || (missing > 0 && invalid > 0)) {
            return ExitCode.PARTIAL;
        }
        return missing > 0 ? ExitCode.NO_INPUT : ExitCode.INPUT_INVALID;
    }

    /** Warnings in the form of problems, likely slips first. */
    static List<Problem> warnings(Accepted accepted, RuleBook book) {
        return Warnings.ofReadings(accepted.scenario(), book).stream()
                .sorted(Comparator.comparing(warning -> !CaveatText.isSlip(warning.kind())))
                .map(warning -> problem(warning, accepted.cells(), book))
                .toList();
    }

    static List<String> warningLines(List<Problem> warnings) {
        return warnings.stream()
                .map(warning -> (isSlip(warning) ? "Please check " : "Note on ")
                        + warning.cell().orElse(warning.pointer()) + ": " + warning.detail())
                .toList();
    }

    private static boolean isSlip(Problem warning) {
        return warning.code().equals(ValidateCommand.SAME_ID)
                || CaveatText.isSlip(Warning.Kind.valueOf(warning.code()));
    }

    private static Problem problem(Warning warning, Map<String, String> cells, RuleBook book) {
        String detail = CaveatText.plain(warning, book.catalogue());
        Problem problem = Problem.of(warning.pointer(), warning.kind().name(), detail);
        return Optional.ofNullable(cells.get(warning.pointer() + "/value"))
                .or(() -> Optional.ofNullable(cells.get(warning.pointer())))
                .map(problem::inCell)
                .orElse(problem);
    }
}
