package entente.cli;

import entente.report.media.AssessmentMedia;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** Runs assess with other media than the standard ones. */
public final class MediaInvocation {

    private MediaInvocation() {}

    public static String assess(AssessmentMedia media, String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, out, false, false);
        AssessCommand command = new AssessCommand(media);
        command.connect(terminal, Home.of(Path.of("")));
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
        out.flush();
        return printed.toString(StandardCharsets.UTF_8);
    }
}
