package entente.service.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service in a process of its own, as the launcher starts it. */
final class ServedProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(" serves at http://127\\.0\\.0\\.1:(\\d+), ");
    private static final int PATIENCE_SECONDS = 300;

    private final Process process;
    private final Path out;
    private final Path err;

    private ServedProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * @param home where the launcher is
     * @param variables of the environment, beside those of this process
     */
    static ServedProcess launch(Path home, Map<String, String> variables, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("./entente", "serve"));
        command.addAll(List.of(options));
        Path out = Files.createTempFile("served", ".out");
        Path err = Files.createTempFile("served", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(variables);
        return new ServedProcess(builder.start(), out, err);
    }

    /** Waits until it says where it serves. */
    int port() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            Matcher ready = READY.matcher(out());
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("it is not ready: " + out() + err());
    }

    /** Asks it to end, as a supervisor does. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end. */
    int code() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    String err() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        Files.delete(out);
        Files.delete(err);
    }
}
