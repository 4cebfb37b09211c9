package entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import entente.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A command in a document with the output that is shown below it.
 *
 * @param line number of the command's line
 * @param first index of the first line of output
 * @param code the exit code that the document shows, or 0
 */
record DocumentStep(Path document, int line, String command, int first, List<String> shown, int code) {

    private static final String EXIT_CODE = "echo $?";

    /** Rewritten blocks by document and the index of their first line. */
    private static final Map<Path, TreeMap<Integer, Rewritten>> REWRITTEN = new TreeMap<>();

    private record Rewritten(int size, List<String> lines) {}

    /** README and all pages. */
    static List<Path> documents() {
        return Stream.concat(Stream.of(Path.of("README.md")), Folders.files(Path.of("src", "docs"), ".md").stream())
                .toList();
    }

    static List<DocumentStep> of(Path document) throws IOException {
        List<String> lines = Files.readAllLines(document);
        List<DocumentStep> steps = new ArrayList<>();
        boolean fenced = false;
        int at = 0;
        while (at < lines.size()) {
            int line = at + 1;
            String text = lines.get(at++);
            if (text.startsWith("```")) {
                fenced = !fenced;
            } else if (fenced && text.startsWith("$ ")) {
                StringBuilder command = new StringBuilder(text.substring(2));
                while (command.toString().endsWith("\\")) {
                    command.setLength(command.length() - 1);
                    command.append(lines.get(at++).strip());
                }
                int first = at;
                while (!lines.get(at).startsWith("```") && !lines.get(at).startsWith("$ ")) {
                    at++;
                }
                steps.add(new DocumentStep(document, line, command.toString(), first, lines.subList(first, at), 0));
            }
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).command.equals(EXIT_CODE)) {
                steps.set(
                        i - 1,
                        steps.get(i - 1)
                                .endingWith(Integer.parseInt(steps.get(i).shown.get(0))));
            }
        }
        return steps;
    }

    private DocumentStep endingWith(int exitCode) {
        return new DocumentStep(document, line, command, first, shown, exitCode);
    }

    boolean isExitCode() {
        return command.equals(EXIT_CODE);
    }

    String name() {
        return document + ":" + line + " " + command;
    }

    /** Compares the output with what is shown; with {@code -Dentente.golden=write} prepares the corrected block. */
    void compare(String output) {
        List<String> actual = output.lines().toList();
        Optional<String> difference = ShownOutput.difference(shown, actual);
        if (difference.isPresent() && Golden.WRITE) {
            List<String> rewritten = ShownOutput.rewritten(shown, actual);
            REWRITTEN
                    .computeIfAbsent(document, any -> new TreeMap<>(Collections.reverseOrder()))
                    .put(first, new Rewritten(shown.size(), rewritten));
            assertThat(ShownOutput.difference(rewritten, actual))
                    .as("an excerpt that the output no longer has; show other lines")
                    .isEmpty();
        } else if (difference.isPresent()) {
            throw new AssertionError(difference.get() + Golden.rewriteCommand());
        }
    }

    /** Writes the corrected blocks, from the last to the first of each document. */
    static void rewriteDocuments() throws IOException {
        for (Map.Entry<Path, TreeMap<Integer, Rewritten>> document : REWRITTEN.entrySet()) {
            List<String> lines = new ArrayList<>(Files.readAllLines(document.getKey()));
            document.getValue().forEach((first, block) -> {
                lines.subList(first, first + block.size()).clear();
                lines.addAll(first, block.lines());
            });
            Files.writeString(document.getKey(), String.join("\n", lines) + "\n");
        }
    }
}
