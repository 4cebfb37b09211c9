package entente.cli.usage;

import lombok.Getter;
import picocli.CommandLine.Option;

/** What is assumed of readings without a value, where probabilities are asked. */
public final class UnratedOption {

    @Getter
    @Option(
            names = "--unrated-any",
            description =
                    "Take every grade of an unrated reading as equally probable. Otherwise it counts for nothing.")
    private boolean any;
}
