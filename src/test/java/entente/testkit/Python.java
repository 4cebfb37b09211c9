package entente.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An installed interpreter of Python 3. */
public record Python(String command) {

    /** The second is the interpreter of Debian, to which its packages belong. */
    private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

    /** Exit code, 127 if the program is absent, with all output. */
    public record Run(int code, String output) {}

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

    /** @param environment in addition to that of this process */
    public Run run(Map<String, String> environment, String... arguments) throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(arguments))
                            .toList())
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            builder.environment().put("PYTHONUTF8", "1");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException absent) {
            return new Run(127, absent.toString());
        }
    }
}
