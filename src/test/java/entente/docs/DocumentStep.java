package entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import entente.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

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
        Optional<String> difference = difference(shown, actual);
        if (difference.isPresent() && Golden.WRITE) {
            List<String> rewritten = rewritten(shown, actual);
            REWRITTEN
                    .computeIfAbsent(document, any -> new TreeMap<>(Collections.reverseOrder()))
                    .put(first, new Rewritten(shown.size(), rewritten));
            assertThat(difference(rewritten, actual))
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

    private static final String GAP = "…";
    private static final Pattern SHAPE = Pattern.compile("\\b[0-9a-f]{8}…|(?<=\\()[0-9a-f]{8}(?=\\))|…");
    private static final Pattern TOKEN = Pattern.compile("…|\\w+|[^\\w…]");
    private static final int SHOWN_LINES = 10;

    /**
     * The first difference of what is shown with the lines of the actual output; empty if there is none. A line with only
     * {@code …} stands for any number of lines, {@code …} within a line for any text. Digests are compared by their shape:
     * {@code (cfaae1ee)} and {@code cfaae1ee…} stand for any digest.
     */
    static Optional<String> difference(List<String> shown, List<String> actual) {
        BitSet before = new BitSet();
        before.set(0);
        for (int i = 0; i < shown.size(); i++) {
            BitSet after = new BitSet();
            if (isGap(shown.get(i))) {
                after.set(before.nextSetBit(0), actual.size() + 1);
            } else {
                Pattern line = pattern(shown.get(i));
                before.stream()
                        .filter(at -> at < actual.size()
                                && line.matcher(actual.get(at)).matches())
                        .forEach(at -> after.set(at + 1));
            }
            if (after.isEmpty()) {
                return Optional.of("line " + (i + 1) + " of the block is not in the output: " + shown.get(i) + "\n"
                        + following(actual, before.nextSetBit(0)));
            }
            before = after;
        }
        return before.get(actual.size())
                ? Optional.empty()
                : Optional.of("the output continues after the block:\n" + following(actual, before.length() - 1));
    }

    private static String following(List<String> actual, int from) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < Math.min(actual.size(), from + SHOWN_LINES); i++) {
            lines.append("%5d + %s\n".formatted(i + 1, actual.get(i)));
        }
        return lines.isEmpty() ? "the output ends at line " + from + "\n" : lines.toString();
    }

    private static boolean isGap(String line) {
        return line.strip().equals(GAP);
    }

    private static Pattern pattern(String line) {
        StringBuilder regex = new StringBuilder();
        Matcher shape = SHAPE.matcher(line);
        int end = 0;
        while (shape.find()) {
            regex.append(Pattern.quote(line.substring(end, shape.start())));
            regex.append(
                    switch (shape.group().length()) {
                        case 1 -> ".*";
                        case 8 -> "[0-9a-f]{8}";
                        default -> "[0-9a-f]{64}";
                    });
            end = shape.end();
        }
        return Pattern.compile(regex + Pattern.quote(line.substring(end)));
    }

    /**
     * The block with the lines of the current output in place of those that it no longer has; what was omitted stays so. A
     * line of an excerpt that has no counterpart is kept: only an author can choose another.
     */
    static List<String> rewritten(List<String> shown, List<String> actual) {
        boolean excerpt = shown.stream().anyMatch(DocumentStep::isGap);
        return align(shown, actual, DocumentStep::distance).stream()
                .filter(pair -> pair.actual != null || isGap(pair.shown) || excerpt)
                .map(pair -> pair.actual == null || isGap(pair.shown) || distance(pair.shown, pair.actual) == 0
                        ? pair.shown
                        : withinLine(pair.shown, pair.actual))
                .toList();
    }

    private static String withinLine(String shown, String actual) {
        if (!shown.contains(GAP)) {
            return actual;
        }
        StringBuilder line = new StringBuilder();
        for (Pair pair : align(tokens(shown), tokens(actual), (a, b) -> a.equals(b) ? 0 : 1.5)) {
            if (pair.actual != null || pair.shown.equals(GAP)) {
                line.append(pair.actual == null ? pair.shown : pair.actual);
            }
        }
        return line.toString();
    }

    private static List<String> tokens(String line) {
        return TOKEN.matcher(line).results().map(token -> token.group()).toList();
    }

    /** 0 if the line is as shown, up to 2 if it is another one. */
    private static double distance(String shown, String actual) {
        if (pattern(shown).matcher(actual).matches()) {
            return 0;
        }
        if (shown.contains(GAP)) {
            List<String> fixed = tokens(shown);
            List<String> there = tokens(actual);
            return 2.0 * fixed.stream().filter(token -> !there.contains(token)).count() / fixed.size();
        }
        int longest = Math.max(1, Math.max(shown.length(), actual.length()));
        return 2.0 * LevenshteinDistance.getDefaultInstance().apply(shown, actual) / longest;
    }

    /** An entry of the new block: what was shown, and what is there now; null for a gap and for what is gone. */
    private record Pair(String shown, String actual) {}

    /** The alignment with the smallest sum of distances; an entry too much or missing counts 1, in a gap 0. */
    private static List<Pair> align(
            List<String> shown, List<String> actual, ToDoubleBiFunction<String, String> distance) {
        int rows = shown.size();
        int columns = actual.size();
        double[][] cost = new double[rows + 1][columns + 1];
        double[][] replaced = new double[rows][columns];
        for (int i = rows; i >= 0; i--) {
            for (int j = columns; j >= 0; j--) {
                if (i == rows) {
                    cost[i][j] = columns - j;
                } else if (isGap(shown.get(i))) {
                    cost[i][j] = Math.min(cost[i + 1][j], j < columns ? cost[i][j + 1] : Double.MAX_VALUE);
                } else {
                    cost[i][j] = 1 + cost[i + 1][j];
                    if (j < columns) {
                        replaced[i][j] = distance.applyAsDouble(shown.get(i), actual.get(j)) + cost[i + 1][j + 1];
                        cost[i][j] = Math.min(Math.min(cost[i][j], 1 + cost[i][j + 1]), replaced[i][j]);
                    }
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < rows || j < columns) {
            if (i < rows && isGap(shown.get(i))) {
                if (cost[i][j] == cost[i + 1][j]) {
                    pairs.add(new Pair(shown.get(i++), null));
                } else {
                    j++;
                }
            } else if (i < rows && j < columns && cost[i][j] == replaced[i][j]) {
                pairs.add(new Pair(shown.get(i++), actual.get(j++)));
            } else if (j < columns && (i == rows || cost[i][j] == 1 + cost[i][j + 1])) {
                pairs.add(new Pair(actual.get(j), actual.get(j++)));
            } else {
                pairs.add(new Pair(shown.get(i++), null));
            }
        }
        return pairs;
    }
}
