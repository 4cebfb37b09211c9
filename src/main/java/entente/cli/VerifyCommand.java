package entente.cli;

import entente.analysis.verification.Verification.Outcome;
import entente.cli.io.ArchivedFiles;
import entente.cli.io.ExitCode;
import entente.cli.io.ProblemText;
import entente.cli.usage.ReportFormat;
import entente.document.Text;
import entente.model.assessment.Provenance;
import entente.report.json.VerificationJson;
import entente.report.json.VerificationJson.Report;
import entente.report.text.VerificationText;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scoring.Assessor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "Reassess archived assessments: identical, or drifted and where.")
final class VerifyCommand extends BaseCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|-",
            description = "Assessments as JSON files, folders, or standard input.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private ReportFormat.TextOrJson format = new ReportFormat.TextOrJson();

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int missing;
    private int invalid;
    private boolean jsonOpen;

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        ScenarioReader reader = reader(book);
        Assessor assessor = new Assessor(book);
        VerificationJson.Anew reassess = (resolved, refused) -> {
            ScenarioResult result = reader.read(resolved.getBytes(StandardCharsets.UTF_8), ScenarioSource.none());
            if (result instanceof ScenarioResult.Accepted accepted) {
                return Optional.of(assessor.assess(accepted.scenario()));
            }
            refused.addAll(((ScenarioResult.Refused) result).problems());
            return Optional.empty();
        };
        Provenance now = Provenance.of(book.book());
        for (String name : ArchivedFiles.list(names)) {
            String file = ArchivedFiles.displayName(name);
            boolean read = ArchivedFiles.read(name, terminal(), part -> {
                String shown = file + (part.location().isEmpty() ? "" : ", " + part.location());
                count(VerificationJson.report(shown, part, now, reassess));
            });
            if (!read) {
                printDiagnostic(Text.printable(file) + ": there is no assessment here.");
                missing++;
                print(new Report(file, Optional.empty(), List.of()));
            }
        }
        int verified = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        if (format.json()) {
            out().print(jsonOpen ? "\n]\n" : "[]\n");
        } else if (verified + missing + invalid > 1 && !quiet()) {
            out().print(VerificationText.summary(outcomes, missing + invalid));
        }
        boolean identical = outcomes.getOrDefault(Outcome.IDENTICAL, 0) == verified;
        return ScenarioInputs.code(verified, missing, invalid).orIf(!identical, ExitCode.PARTIAL);
    }

    private void count(Report report) {
        report.verification()
                .ifPresentOrElse(verification -> outcomes.merge(verification.outcome(), 1, Integer::sum), () -> {
                    invalid++;
                    printDiagnostic(ProblemText.of(Text.printable(report.name()), report.problems(), "not verified"));
                });
        print(report);
    }

    /** Results are written one by one, so that a file of any size fits into memory. */
    private void print(Report report) {
        if (format.json()) {
            String list = VerificationJson.DOCUMENT.pretty(List.of(report)).strip();
            out().print((jsonOpen ? ",\n" : "[\n") + list.substring(2, list.length() - 2));
            jsonOpen = true;
        } else {
            report.verification()
                    .filter(verification -> !(quiet() && verification.outcome() == Outcome.IDENTICAL))
                    .ifPresent(verification -> out().print(
                                    new VerificationText(style()).write(Text.printable(report.name()), verification)));
        }
    }
}
