package entente.cli;

import entente.analysis.verification.AssessmentReader.ArchivedPart;
import entente.analysis.verification.Verification;
import entente.cli.io.ArchivedFiles;
import entente.cli.io.ExitCode;
import entente.cli.io.ProblemText;
import entente.cli.usage.ReportFormat;
import entente.document.Text;
import entente.model.assessment.Provenance;
import entente.report.json.VerificationJson;
import entente.report.json.VerificationJson.Report;
import entente.report.json.VerificationRun;
import entente.report.text.VerificationText;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scoring.Assessor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        ScenarioReader reader = reader(book);
        Assessor assessor = new Assessor(book);
        VerificationRun.Anew reassess = (resolved, refused) -> {
            ScenarioResult result = reader.read(resolved.getBytes(StandardCharsets.UTF_8), ScenarioSource.none());
            if (result instanceof ScenarioResult.Accepted accepted) {
                return Optional.of(assessor.assess(accepted.scenario()));
            }
            refused.addAll(((ScenarioResult.Refused) result).problems());
            return Optional.empty();
        };
        List<Report> reports = new ArrayList<>();
        for (String name : ArchivedFiles.list(names)) {
            ArchivedFiles.ArchivedFile file = ArchivedFiles.read(name, terminal());
            if (file.parts().isEmpty()) {
                printDiagnostic(Text.printable(file.name()) + ": there is no assessment here.");
                reports.add(new Report(file.name(), Optional.empty(), List.of()));
                continue;
            }
            for (ArchivedPart part : file.parts().get()) {
                String shown = file.name() + (part.location().isEmpty() ? "" : ", " + part.location());
                Report report = VerificationRun.report(shown, part, Provenance.of(book.book()), reassess);
                reports.add(report);
                report.verification()
                        .ifPresentOrElse(
                                verification -> print(shown, verification),
                                () -> printDiagnostic(
                                        ProblemText.of(Text.printable(shown), report.problems(), "not verified")));
            }
        }
        if (format.json()) {
            out().print(VerificationJson.DOCUMENT.pretty(reports));
        } else if (reports.size() > 1 && !quiet()) {
            out().print(VerificationText.summary(
                    reports.stream().map(Report::verification).toList()));
        }
        return code(reports);
    }

    private void print(String name, Verification verification) {
        boolean identical = verification.outcome() == Verification.Outcome.IDENTICAL;
        if (!format.json() && !(identical && quiet())) {
            out().print(new VerificationText(style()).write(Text.printable(name), verification));
        }
    }

    private static ExitCode code(List<Report> reports) {
        List<Verification> verified =
                reports.stream().flatMap(r -> r.verification().stream()).toList();
        int invalid =
                (int) reports.stream().filter(r -> !r.problems().isEmpty()).count();
        boolean identical = verified.stream().allMatch(v -> v.outcome() == Verification.Outcome.IDENTICAL);
        return ScenarioInputs.code(verified.size(), reports.size() - verified.size() - invalid, invalid)
                .orIf(!identical, ExitCode.PARTIAL);
    }
}
