package entente.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, which can be killed like one. */
final class ChildProcess implements AutoCloseable {

    private static final Pattern GREETING = Pattern.compile("serves at (http://127\\.0\\.0\\.1:\\d+),");

    /** Written by the process and read by the thread that follows it; kept for whoever looks into a failure. */
    private final StringBuffer said = new StringBuffer();

    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final CompletableFuture<Boolean> forgetful = new CompletableFuture<>();
    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::follow, "child");
        reader.setDaemon(true);
        reader.start();
        // Not left behind, whatever ends this process.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts the service and waits until it serves.
     *
     * @param main the class to start, with the arguments of the command line
     */
    static ChildProcess start(Class<?> main, String archive) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider",
                "-Dentente.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(
                "serve",
                "--port",
                "0",
                "--archive",
                archive,
                "--config",
                settings().toString()));
        ChildProcess child = new ChildProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        try {
            child.address.get(4, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException failed) {
            child.kill();
            throw new IllegalStateException("the service did not start:\n" + child.said, failed);
        }
        return child;
    }

    /** Patient: a loaded machine must not look like a lost entry. */
    private static Path settings() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "crash"));
        return Files.writeString(
                        folder.resolve("patient.yaml"),
                        "entente:\n  cache: \"" + Path.of("target", "rulebooks").toAbsolutePath()
                                + "\"\n  limits:\n    queue-timeout: 100s\n    deadline: 100s\n"
                                // So that kills fall into compactions too.
                                + "  archive:\n    compaction-interval: 100ms\n")
                .toAbsolutePath();
    }

    private void follow() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher greeting = GREETING.matcher(line);
                if (greeting.find()) {
                    address.complete(greeting.group(1));
                }
                if (line.equals(ForgetfulStore.DONE)) {
                    forgetful.complete(true);
                }
            }
        } catch (IOException ended) {
            // With the process.
        }
        IllegalStateException end = new IllegalStateException("the service ended");
        address.completeExceptionally(end);
        forgetful.completeExceptionally(end);
    }

    /** Where it serves, such as {@code http://127.0.0.1:8080}. */
    String address() {
        return address.join();
    }

    /** Makes a {@link ForgetfulStore} one acknowledge before it writes. */
    void forget() throws Exception {
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
        forgetful.get(2, TimeUnit.MINUTES);
    }

    /** As the system does when memory ends, or a person with kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    String said() {
        return said.toString();
    }
}
