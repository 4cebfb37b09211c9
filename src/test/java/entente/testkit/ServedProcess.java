package entente.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service in its own process, which ends with this process at the latest. */
public final class ServedProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(" serves at http://127\\.0\\.0\\.1:(\\d+), ");
    private static final int TIMEOUT_SECONDS = 300;

    private final Process process;
    private final Path out;
    private final Path err;

    private ServedProcess(ProcessBuilder command) throws IOException {
        this.out = Files.createTempFile("served", ".out");
        this.err = Files.createTempFile("served", ".err");
        this.process =
                command.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts a service with the launcher.
     *
     * @param home the folder of the launcher
     * @param variables of the environment, in addition to those of this process
     */
    public static ServedProcess launch(Path home, Map<String, String> variables, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("./entente", "serve"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().putAll(variables);
        return new ServedProcess(builder);
    }

    /** Starts a service with the class path of the tests; {@code main} takes the arguments of the command line. */
    public static ServedProcess fork(Class<?> main, String... options) throws IOException {
        List<String> virtualMachine =
                List.of("-Xmx512m", "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider");
        ProcessBuilder builder = ProgramRun.java(main, virtualMachine, "serve");
        Collections.addAll(builder.command(), options);
        return new ServedProcess(builder);
    }

    /** The port, when the service is ready. */
    public int port() throws IOException, InterruptedException {
        return Integer.parseInt(await(READY).group(1));
    }

    /** The address, such as {@code http://127.0.0.1:8080}, when the service is ready. */
    public String address() throws IOException, InterruptedException {
        return "http://127.0.0.1:" + port();
    }

    /** Waits until standard output contains the pattern. */
    public MatchResult await(Pattern pattern) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < end) {
            boolean alive = process.isAlive();
            Matcher found = pattern.matcher(out());
            if (found.find()) {
                return found.toMatchResult();
            }
            if (!alive) {
                break;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not printed: " + pattern + " in: " + out() + err());
    }

    /** Writes an empty line to standard input. */
    public void enter() throws IOException {
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
    }

    /** Sends SIGTERM, as a supervisor does. */
    public void terminate() {
        process.destroy();
    }

    /** Sends SIGKILL and waits for the end. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for the exit code. */
    public int code() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end");
        }
        return process.exitValue();
    }

    public String out() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    public String err() throws IOException {
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
