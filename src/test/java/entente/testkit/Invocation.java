package entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.Cli;
import entente.cli.Home;
import entente.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An in-process run of the command line: exit code and output. */
public record Invocation(int code, String out, String err) {

    public static final Path BASELINE = Shipped.SCENARIOS.resolve("baseline-2018.json");

    private static final Home HOME = new Home(Shipped.RULES, Shipped.SCENARIOS, Shipped.CACHE);

    /** Runs with the shipped rule book and scenarios and empty standard input; lists among the arguments are spread. */
    public static Invocation of(Object... args) {
        return with(HOME, InputStream.nullInputStream(), false, args);
    }

    /** The output of a command that succeeds. */
    public static String output(Object... args) {
        return of(args).ok().out;
    }

    /** The JSON of a command that succeeds. */
    public static JsonNode json(Object... args) {
        return of(args, "--format", "json").ok().json();
    }

    /** This run, which succeeded. */
    public Invocation ok() {
        return expect(0);
    }

    /** This run, which succeeded and printed no diagnostics. */
    public Invocation quiet() {
        assertThat(ok().err).isEmpty();
        return this;
    }

    /** This run, which ended with this exit code. */
    public Invocation expect(int expected) {
        assertThat(code).as("%s%s", out, err).isEqualTo(expected);
        return this;
    }

    /** This run, which ended with this exit code and without a result. */
    public Invocation refused(int expected) {
        assertThat(expect(expected).out).isEmpty();
        return this;
    }

    /** What was printed, as JSON. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** What was printed, on one line with plain spaces. */
    public String flat() {
        return out.replaceAll("[\\s\u00a0]+", " ");
    }

    public static Invocation fed(String input, Object... args) {
        return with(HOME, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), false, args);
    }

    public static Invocation fed(byte[] input, Object... args) {
        return with(HOME, new ByteArrayInputStream(input), false, args);
    }

    public static Invocation onTerminal(Object... args) {
        return with(HOME, InputStream.nullInputStream(), true, args);
    }

    public static Invocation with(InputStream in, Object... args) {
        return with(HOME, in, false, args);
    }

    public static Invocation with(Home home, Object... args) {
        return with(home, InputStream.nullInputStream(), false, args);
    }

    private static Invocation with(Home home, InputStream in, boolean colour, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(in, stream(out), stream(err), colour, false);
        int code = new Cli(terminal, home).run(words(args).map(Object::toString).toArray(String[]::new));
        terminal.out().flush();
        terminal.err().flush();
        return new Invocation(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The words of an argument that is a list of them. */
    private static Stream<?> words(Object argument) {
        return argument instanceof Object[] several
                ? Arrays.stream(several).flatMap(Invocation::words)
                : argument instanceof Collection<?> several
                        ? several.stream().flatMap(Invocation::words)
                        : Stream.of(argument);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
