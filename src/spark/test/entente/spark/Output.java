package entente.spark;

import entente.analysis.ensemble.run.ChunkRunner;
import entente.analysis.ensemble.run.ChunkWork;
import entente.analysis.ensemble.run.EnsembleChunks;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.cli.Cli;
import entente.cli.io.Home;
import entente.cli.io.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Exit code and output of a run in this process. */
record Output(int code, String out, String err) {

    /** The root of the project; Maven runs tests in the folder of their pom. */
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    /** Eight uncertain readings: 1,280 combinations of grades. */
    static final List<String> SCENARIO = List.of(
            ROOT.resolve("scenarios/total-decoupling.json").toString(),
            "--set",
            "prc_export_share_west5_pct=5..15..30",
            "--set",
            "shock_suddenness=any",
            "--set",
            "border_or_proxy_incident=VERY_LOW:0.9,HIGH:0.1");

    /** The plain command. */
    static Output plain(String... options) {
        return of(commandLine -> commandLine, options);
    }

    static Output onSpark(String master, String... options) {
        return onSpark(master, () -> {}, options);
    }

    /** @param before runs when the job begins */
    static Output onSpark(String master, Runnable before, String... options) {
        System.setProperty("spark.master", master);
        try {
            return of(
                    commandLine ->
                            commandLine.on((book, chunks) -> new PreparedRunner(before, new SparkRunner(book, chunks))),
                    options);
        } finally {
            System.clearProperty("spark.master");
        }
    }

    private static Output of(UnaryOperator<Cli> kind, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false, false);
        Cli commandLine = kind.apply(new Cli(terminal, Home.of(ROOT)));
        int code = commandLine.run(Stream.of(Stream.of("ensemble"), SCENARIO.stream(), Stream.of(options))
                .flatMap(words -> words)
                .toArray(String[]::new));
        return new Output(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record PreparedRunner(Runnable before, ChunkRunner runner) implements ChunkRunner {

        @Override
        public EnsembleChunks chunks() {
            return runner.chunks();
        }

        @Override
        public OutcomeCounts run(ChunkWork work) {
            before.run();
            return runner.run(work);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
