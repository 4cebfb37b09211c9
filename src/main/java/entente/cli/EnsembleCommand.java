package entente.cli;

import entente.analysis.ensemble.run.ChunkRunner;
import entente.analysis.ensemble.run.Ensemble;
import entente.analysis.ensemble.run.EnsembleChunks;
import entente.analysis.ensemble.run.EnsembleResult;
import entente.analysis.ensemble.run.EnsembleRun;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.cli.ensemble.DesignOptions;
import entente.cli.ensemble.EnsembleCluster;
import entente.cli.ensemble.InterruptibleRun;
import entente.cli.ensemble.TableOptions;
import entente.cli.io.CliException;
import entente.cli.usage.ReportFormat;
import entente.model.Scenario;
import entente.report.csv.EnsembleCsv;
import entente.report.json.EnsembleJson;
import entente.report.question.EnsembleReport;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ensemble",
        description = {
            "Evaluate many variants of a scenario with uncertain readings.",
            "Uncertain are readings with low and high or with weights of grades, in the file or by --set."
        })
@RequiredArgsConstructor
final class EnsembleCommand extends SingleScenarioCommand {

    private static final int MAX_THREADS = 1024;

    /** Evaluates instead of the threads of this process. */
    private final Optional<EnsembleCluster> cluster;

    @Mixin
    private DesignOptions design = new DesignOptions();

    @Mixin
    private TableOptions table = new TableOptions();

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Number of threads; the result is the same. Default: one per processor.")
    private @Nullable Integer threads;

    @Mixin
    private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

    @Override
    Function<Scenario, String> output(LoadedRuleBook book) {
        design.check();
        table.check();
        if (threads != null && cluster.isPresent()) {
            throw CliException.usage("a cluster takes no --threads; set the number of its cores.");
        }
        if (threads != null && (threads < 1 || threads > MAX_THREADS)) {
            throw CliException.usage("--threads must be from 1 to " + MAX_THREADS + ", not " + threads + ".");
        }
        Assessor assessor = new Assessor(book);
        return scenario -> {
            Ensemble ensemble = design.ensemble(assessor, scenario);
            OutcomeCounts counts = counts(book, ensemble);
            eraseProgress();
            return format.render(
                    EnsembleResult.of(ensemble, counts),
                    EnsembleJson.DOCUMENT::pretty,
                    EnsembleCsv::write,
                    EnsembleReport::of,
                    style());
        };
    }

    private OutcomeCounts counts(LoadedRuleBook book, Ensemble ensemble) {
        EnsembleChunks chunks = new EnsembleChunks(ensemble, table.chunkSize());
        ChunkRunner run = cluster.isPresent()
                ? cluster.get().runner(book, chunks)
                : new EnsembleRun(
                        chunks,
                        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                        done -> progressBar(done, ensemble.size()));
        return new InterruptibleRun(table, this::printDiagnostic).run(run);
    }
}
