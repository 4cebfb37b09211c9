package entente.cli.usage;

import picocli.CommandLine.Option;

/** The option of every command that prints its help. */
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;
}
