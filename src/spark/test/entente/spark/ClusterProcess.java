package entente.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process with its output in files. It ends with those that it started, at the latest with this process. */
final class ClusterProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path out;
    private final Path log;
    private final Process process;
    private final Thread hook;

    ClusterProcess(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Files.createDirectories(folder);
        out = folder.resolve("out");
        log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Output.ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
        hook = new Thread(this::kill);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The first group of the pattern as soon as the log has it. */
    String await(String pattern) throws IOException, InterruptedException {
        Matcher found = Pattern.compile(pattern).matcher("");
        await(pattern, () -> found.reset(log()).find());
        return found.group(1);
    }

    /** Waits for a condition while the process runs. */
    void await(String what, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("no " + what + " in:\n" + log());
            }
            Thread.sleep(20);
        }
    }

    /** Exit code and output after the end of the process. */
    Output result() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + log());
        }
        return new Output(process.exitValue(), Files.readString(out), log());
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return "";
        }
    }

    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    /** As by a power failure: this process and all that it started. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
