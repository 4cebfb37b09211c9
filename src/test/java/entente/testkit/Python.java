package entente.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An installed interpreter of Python 3. */
public record Python(String command) {

    /** The second is the interpreter of Debian, to which its packages belong. */
    private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

    /** The first interpreter with all these modules. */
    public static Optional<Python> with(String... modules) throws InterruptedException {
        for (String interpreter : INTERPRETERS) {
            Python python = new Python(interpreter);
            if (python.run(Map.of(), "-c", "import " + String.join(", ", modules))
                            .code()
                    == 0) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    /**
     * Runs Python without input; standard error is part of the output.
     *
     * @param environment in addition to that of this process
     */
    public ProgramRun run(Map<String, String> environment, String... arguments) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(command), Stream.of(arguments)).toList())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYTHONUTF8", "1");
        return ProgramRun.of(builder);
    }
}
