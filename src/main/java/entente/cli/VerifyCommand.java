package entente.cli;

import entente.assessment.Assessor;
import entente.briefing.VerificationText;
import entente.document.Text;
import entente.domain.Problem;
import entente.domain.Provenance;
import entente.domain.Verification;
import entente.json.KeptPart;
import entente.json.VerificationJson;
import entente.json.VerificationJson.Report;
import entente.json.Verifying;
import entente.rules.OpenBook;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.Shelf;
import entente.scenario.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "Assesses again what stands on file: identical, or drifted and where.")
final class VerifyCommand extends Verb {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|-",
            description = "Assessments as JSON, folders of them, or standard input.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private TextOrJson format = new TextOrJson();

    private int missing;
    private int invalid;

    VerifyCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        OpenBook book = book();
        ScenarioReader reader = new ScenarioReader(Vocabulary.of(book.book()));
        Assessor assessor = new Assessor(book);
        Verifying.Anew anew = (resolved, refused) -> {
            ScenarioResult result = reader.read(resolved.getBytes(StandardCharsets.UTF_8), Shelf.EMPTY);
            if (result instanceof ScenarioResult.Accepted accepted) {
                return Optional.of(assessor.assess(accepted.scenario()));
            }
            refused.addAll(((ScenarioResult.Refused) result).problems());
            return Optional.empty();
        };
        List<Report> reports = new ArrayList<>();
        for (String name : KeptFiles.named(names)) {
            KeptFiles.Kept kept = KeptFiles.read(name, terminal());
            if (kept.parts().isEmpty()) {
                missing++;
                say(Text.safe(kept.name()) + ": there is no assessment here.");
                reports.add(new Report(kept.name(), Optional.empty(), List.of()));
                continue;
            }
            for (KeptPart part : kept.parts().get()) {
                String shown = kept.name() + (part.at().isEmpty() ? "" : ", " + part.at());
                Report report = report(shown, part, Provenance.of(book.book()), anew);
                reports.add(report);
                report.verification().ifPresent(verification -> tell(shown, verification));
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

    private Report report(String name, KeptPart part, Provenance now, Verifying.Anew anew) {
        Report report = Verifying.report(name, part, now, anew);
        return report.verification().isPresent() ? report : invalid(name, report.problems());
    }

    private Report invalid(String name, List<Problem> problems) {
        invalid++;
        say(Scenarios.text(Text.safe(name), problems, "not verified"));
        return new Report(name, Optional.empty(), problems);
    }

    private void tell(String name, Verification verification) {
        boolean identical = verification.outcome() == Verification.Outcome.IDENTICAL;
        if (!format.json() && !(identical && quiet())) {
            out().print(new VerificationText(style()).write(Text.safe(name), verification));
        }
    }

    private ExitCode code(List<Report> reports) {
        long verified =
                reports.stream().filter(r -> r.verification().isPresent()).count();
        boolean allIdentical = reports.stream()
                .allMatch(r -> r.verification()
                        .filter(v -> v.outcome() == Verification.Outcome.IDENTICAL)
                        .isPresent());
        if (allIdentical) {
            return ExitCode.DONE;
        }
        if (verified > 0 || (missing > 0 && invalid > 0)) {
            return ExitCode.PARTIAL;
        }
        return missing > 0 ? ExitCode.NO_INPUT : ExitCode.INPUT_INVALID;
    }
}
