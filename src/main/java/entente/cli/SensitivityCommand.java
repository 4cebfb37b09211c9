package entente.cli;

import entente.assessment.Assessor;
import entente.assessment.Sensitivity;
import entente.briefing.SensitivityCsv;
import entente.briefing.SensitivityMarkdown;
import entente.briefing.SensitivityPage;
import entente.briefing.SensitivityText;
import entente.domain.SensitivityResult;
import entente.json.SensitivityJson;
import entente.rules.OpenBook;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sensitivity",
        description = "What each reading alone does to the likelihood, and where it tips the band.")
final class SensitivityCommand extends Verb {

    /** How a sensitivity is written. */
    enum Format {
        TEXT,
        JSON,
        CSV,
        MD,
        HTML
    }

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "A scenario file or standard input.")
    private String name = "";

    @Option(names = "--all", description = "Every reading, not only those that move most.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json, csv, md or html. Default: text.")
    private Format format = Format.TEXT;

    @Mixin
    private Changes changes = new Changes();

    SensitivityCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        OpenBook book = book();
        Scenarios scenarios = Scenarios.read(
                this,
                Inputs.one(name, terminal(), home()),
                new ScenarioReader(Vocabulary.of(book.book())),
                changes.overrides());
        Sensitivity sensitivity = new Sensitivity(new Assessor(book));
        for (Scenarios.Named named : scenarios.accepted()) {
            out().print(written(sensitivity.of(named.scenario())));
        }
        return scenarios.code();
    }

    private String written(SensitivityResult result) {
        return switch (format) {
            case TEXT -> new SensitivityText(style(), all).write(result);
            case JSON -> SensitivityJson.write(result, all);
            case CSV -> SensitivityCsv.write(result, all);
            case MD -> new SensitivityMarkdown(all).write(result);
            case HTML -> new SensitivityPage(all).write(result);
        };
    }
}
