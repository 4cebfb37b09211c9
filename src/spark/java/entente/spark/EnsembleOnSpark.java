package entente.spark;

import entente.cli.Cli;
import entente.cli.io.ExitCode;
import java.util.stream.Stream;

/** Entry point of the job: takes the arguments of {@code entente ensemble}, and writes the same bytes. */
public final class EnsembleOnSpark {

    private EnsembleOnSpark() {}

    public static void main(String[] arguments) {
        Cli commandLine = Cli.forCurrentProcess(settings -> ExitCode.CONFIGURATION.number())
                .on((book, chunks) -> new SparkRunner(book, chunks));
        System.exit(commandLine.run(
                Stream.concat(Stream.of("ensemble"), Stream.of(arguments)).toArray(String[]::new)));
    }
}
