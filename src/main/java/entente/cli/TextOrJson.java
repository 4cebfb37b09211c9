package entente.cli;

import picocli.CommandLine.Option;

/** The output format option of commands with text and JSON. */
final class TextOrJson {

    enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private Format format = Format.TEXT;

    boolean json() {
        return format == Format.JSON;
    }
}
