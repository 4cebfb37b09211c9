package entente.cli.watch;

import entente.cli.io.ProblemText;
import entente.document.Text;
import entente.model.Problem;
import entente.report.json.ProblemJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The problems of a file, in files beside it. */
final class ProblemFiles {

    static final String TEXT = ".problems.txt";
    static final String JSON = ".problems.json";

    private ProblemFiles() {}

    /**
     * The content of the problem files by path.
     *
     * @param forPrograms whether they are wanted as JSON, too
     */
    static Map<Path, byte[]> of(Path input, List<Problem> problems, boolean forPrograms) {
        String name = Text.printable(String.valueOf(input.getFileName()));
        Map<Path, byte[]> files = new TreeMap<>();
        files.put(beside(input, TEXT), utf8(ProblemText.of(name, problems, "no briefing") + "\n"));
        if (forPrograms) {
            List<ProblemJson.Report> report = List.of(new ProblemJson.Report(name, problems));
            files.put(beside(input, JSON), utf8(ProblemJson.DOCUMENT.pretty(report)));
        }
        return files;
    }

    static void delete(Path input) throws IOException {
        Files.deleteIfExists(beside(input, JSON));
        Files.deleteIfExists(beside(input, TEXT));
    }

    private static Path beside(Path input, String ending) {
        return FileNames.of(input.resolveSibling(""), input, ending);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
