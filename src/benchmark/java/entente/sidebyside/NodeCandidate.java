package entente.sidebyside;

import entente.model.Grade;
import entente.model.RuleCondition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An engine of npm in a process of Node.js, which measures its own processor time; see {@code candidate.js}. */
final class NodeCandidate implements Candidate {

    private final Process process;
    private final BufferedReader output;
    private final PrintWriter input;

    /** @param folder with {@code candidate.js}, the module of the engine and the installed packages */
    NodeCandidate(Path folder, String engine, Workload workload) {
        try {
            Path file = Files.createTempFile("workload", ".json");
            try {
                Files.writeString(file, json(workload));
                process = new ProcessBuilder("node", "candidate.js", engine, file.toString())
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                output = process.inputReader();
                input = new PrintWriter(process.outputWriter(), true);
                sample();
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ids contain no character that JSON escapes. */
    private static String json(Workload workload) {
        List<String> indicators = workload.base().indicators();
        return "{\"rules\":"
                + workload.base().rules().stream()
                        .map(weighted -> "{\"conditions\":"
                                + weighted.rule().conditions().stream()
                                        .map(NodeCandidate::json)
                                        .toList()
                                + ",\"points\":" + weighted.points() + "}")
                        .toList()
                + ",\"scenarios\":"
                + Arrays.stream(workload.scenarios())
                        .map(grades -> json(indicators, grades))
                        .toList()
                + ",\"expected\":" + Arrays.toString(workload.expected()) + "}";
    }

    private static String json(RuleCondition condition) {
        return "[\"" + condition.indicator() + "\",\"" + condition.comparison() + "\","
                + condition.threshold().ordinal() + "]";
    }

    private static String json(List<String> indicators, Grade[] grades) {
        return IntStream.range(0, grades.length)
                .mapToObj(i ->
                        "\"" + indicators.get(i) + "\":" + (grades[i] == Grade.UNKNOWN ? "null" : grades[i].ordinal()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public Sample run(Duration processorTime) throws IOException {
        input.println(processorTime.toMillis());
        return sample();
    }

    private Sample sample() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the process of the engine has ended");
        }
        if (!line.matches("\\d+ \\d+")) {
            throw new IllegalStateException(line);
        }
        String[] numbers = line.split(" ");
        return new Sample(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]) / 1e6);
    }

    @Override
    public void close() {
        input.close();
        process.destroy();
    }
}
