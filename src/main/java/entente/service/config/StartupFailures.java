package entente.service.config;

import entente.document.Text;
import entente.service.problem.StartupException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.YAMLException;

/** The reasons why the service did not start, one line each, with the exit code. */
record StartupFailures(int exitCode, List<String> lines) {

    static StartupFailures of(Throwable thrown) {
        List<Throwable> causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .toList();
        StartupException failure = causes.stream()
                .filter(StartupException.class::isInstance)
                .map(StartupException.class::cast)
                .findFirst()
                .or(() -> causes.stream()
                        .flatMap(cause -> translated(cause).stream())
                        .findFirst())
                .orElseGet(() -> new StartupException(
                        StartupException.INTERNAL_ERROR,
                        "This is a bug in Entente, not in your settings; ENTENTE_DEBUG=1 prints the cause.",
                        thrown));
        return new StartupFailures(
                failure.getExitCode(), failure.sentence().lines().toList());
    }

    /** Failures of the framework. */
    private static Optional<StartupException> translated(Throwable cause) {
        if (cause instanceof PortInUseException inUse) {
            return Optional.of(new StartupException(
                    StartupException.CANNOT_CREATE, "The port " + inUse.getPort() + " is in use.", cause));
        }
        if (cause instanceof java.net.BindException) {
            return Optional.of(new StartupException(
                    StartupException.CANNOT_CREATE,
                    "The address cannot be bound: it does not belong to this machine, or its port is in use.",
                    cause));
        }
        if (cause instanceof BindException wrong) {
            return Optional.of(invalid(wrong.getName().toString()));
        }
        if (cause instanceof InvalidConfigurationPropertyValueException wrong) {
            return Optional.of(invalid(wrong.getName()));
        }
        if (cause instanceof YAMLException) {
            return Optional.of(StartupException.configuration("A settings file is not well-formed YAML."));
        }
        return cause instanceof ConfigDataException
                ? Optional.of(StartupException.configuration("A settings file does not exist or cannot be read."))
                : Optional.empty();
    }

    private static StartupException invalid(String setting) {
        return StartupException.configuration("The setting " + setting + " has an invalid value.");
    }

    /** @param given values of settings; long ones are shortened in the lines */
    void print(PrintStream err, Collection<String> given) {
        lines.forEach(line -> err.println("entente: " + Text.truncateQuotes(line, given)));
    }
}
