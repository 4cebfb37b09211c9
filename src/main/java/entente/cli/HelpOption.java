package entente.cli;

import picocli.CommandLine.Option;

/** The option of every command that prints its help. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;
}
