package entente.service.config;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

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
            failure.print(System.err, settings.values());
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
}
