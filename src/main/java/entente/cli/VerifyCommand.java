package entente.cli;

import entente.analysis.verification.ArchivedPart;
import entente.analysis.verification.Verification;
import entente.cli.io.ExitCode;
import entente.document.Text;
import entente.model.Problem;
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
    private TextOrJson format = new TextOrJson();

    private int missingCount;
    private int invalidCount;

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        ScenarioReader reader = reader(book);
        Assessor assessor = new Assessor(book);
        VerificationRun.Anew reassess = (resolved, refused) -> {
            ScenarioResult result = reader.read(resolved.getBytes(StandardCharsets.UTF_8), ScenarioSource.EMPTY);
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
                missingCount++;
                printDiagnostic(Text.printable(file.name()) + ": there is no assessment here.");
                reports.add(new Report(file.name(), Optional.empty(), List.of()));
                continue;
            }
            for (ArchivedPart part : file.parts().get()) {
                String shown = file.name() + (part.location().isEmpty() ? "" : ", " + part.location());
                Report report = report(shown, part, Provenance.of(book.book()), reassess);
                reports.add(report);
                report.verification().ifPresent(verification -> print(shown, verification));
            }
        }
        if (format.json()) {
            out().print(VerificationJson.write(reports));
        } else if (reports.size() > 1 && !quiet()) {
            out().print(VerificationText.summary(
                    reports.stream().map(Report::verification).toList()));
        }
        return code(reports);
    }

    private Report report(String name, ArchivedPart part, Provenance now, VerificationRun.Anew reassess) {
        Report report = VerificationRun.report(name, part, now, reassess);
        return report.verification().isPresent() ? report : invalidCount(name, report.problems());
    }

    private Report invalidCount(String name, List<Problem> problems) {
        invalidCount++;
        printDiagnostic(ScenarioInputs.format(Text.printable(name), problems, "not verified"));
        return new Report(name, Optional.empty(), problems);
    }

    private void print(String name, Verification verification) {
        boolean identical = verification.outcome() == Verification.Outcome.IDENTICAL;
        if (!format.json() && !(identical && quiet())) {
            out().print(new VerificationText(style()).write(Text.printable(name), verification));
        }
    }

    private ExitCode code(List<Report> reports) {
        int verified =
                (int) reports.stream().filter(r -> r.verification().isPresent()).count();
        boolean allIdentical = reports.stream()
                .allMatch(r -> r.verification()
                        .filter(v -> v.outcome() == Verification.Outcome.IDENTICAL)
                        .isPresent());
        ExitCode code = ScenarioInputs.code(verified, missingCount, invalidCount);
        return code == ExitCode.SUCCESS && !allIdentical ? ExitCode.PARTIAL : code;
    }
}
