package entente.service.config;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import entente.document.Text;
import entente.service.problem.StartupException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.yaml.snakeyaml.error.YAMLException;

/** The service as a Spring Boot application. */
@SpringBootApplication(
        scanBasePackages = ServiceApplication.PACKAGE,
        exclude = ErrorMvcAutoConfiguration.class) // problems have one form, see ProblemValve
@ConfigurationPropertiesScan(ServiceApplication.PACKAGE)
public class ServiceApplication {

    static final String PACKAGE = "entente.service";

    /**
     * Serves until the process is stopped.
     *
     * @param settings by their full names, such as {@code server.port}
     * @return exit code; 0 after an orderly shutdown, else that of the failed start
     */
    public static int run(Map<String, String> settings) {
        try {
            start(settings, ServiceApplication.class);
        } catch (RuntimeException thrown) {
            StartupFailures failure = StartupFailures.of(thrown);
            failure.print(System.err);
            if (System.getenv("ENTENTE_DEBUG") != null) {
                thrown.printStackTrace();
            }
            return failure.exitCode();
        }
        return await();
    }

    /** Starts and returns when ready; the sources are this class and further configuration classes. */
    public static ConfigurableApplicationContext start(Map<String, String> settings, Class<?>... sources) {
        System.setProperty("slf4j.provider", "ch.qos.logback.classic.spi.LogbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        if (LoggerFactory.getLogger("org.springframework.boot.diagnostics") instanceof Logger reporter) {
            // The logging settings do not apply yet.
            reporter.setLevel(Level.OFF);
        }
        SpringApplication application = new SpringApplication(sources);
        application.setBannerMode(Banner.Mode.OFF);
        // As arguments, so that a command line wins over files and environment.
        String[] arguments = new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        return application.run(arguments);
    }

    private static int await() {
        try {
            // After a signal, Spring's shutdown hook closes the context.
            Thread.currentThread().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

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

        void print(PrintStream err) {
            lines.forEach(line -> err.println("entente: " + Text.diagnostic(line)));
        }
    }
}
