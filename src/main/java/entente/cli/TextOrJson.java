package entente.cli;

import picocli.CommandLine.Option;

/** The two ways in which most verbs write. */
final class TextOrJson {

    /** For a person or for a program. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text or json. Default: text.")
    private Format format = Format.TEXT;

    boolean json() {
        return format == Format.JSON;
    }
}
