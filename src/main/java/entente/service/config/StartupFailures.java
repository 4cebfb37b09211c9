package entente.service.config;

import entente.document.Text;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.service.problem.StartupException;
import java.io.PrintStream;
import java.net.BindException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.YAMLException;

/** The reasons why the service did not start, one line each, with the exit code. */
record StartupFailures(int exitCode, List<String> lines) {

    private static final int BUG = 70;
    private static final int CANNOT_CREATE = 73;
    private static final int CONFIGURATION = 78;

    static StartupFailures of(Throwable thrown) {
        List<Throwable> causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .toList();
        return first(causes, StartupException.class)
                .map(refused -> new StartupFailures(
                        refused.exitCode(), refused.sentence().lines().toList()))
                .or(() -> first(causes, RuleBookException.class).map(StartupFailures::book))
                .or(() -> first(causes, PortInUseException.class).map(StartupFailures::port))
                .or(() -> first(causes, BindException.class)
                        .map(taken ->
                                new StartupFailures(CANNOT_CREATE, List.of("The address or port cannot be bound."))))
                .or(() -> first(causes, ConfigurationPropertiesBindException.class)
                        .map(wrong -> setting(wrong, causes)))
                .or(() -> first(causes, org.springframework.boot.context.properties.bind.BindException.class)
                        .map(wrong -> value(wrong.getName().toString())))
                .or(() -> first(causes, InvalidConfigurationPropertyValueException.class)
                        .map(wrong -> value(wrong.getName())))
                .or(() -> first(causes, YAMLException.class)
                        .map(wrong -> new StartupFailures(
                                CONFIGURATION, List.of("A settings file is not well-formed YAML."))))
                .or(() -> first(causes, ConfigDataException.class)
                        .map(wrong -> new StartupFailures(
                                CONFIGURATION, List.of("A settings file does not exist or cannot be read."))))
                .orElseGet(() -> unforeseen(causes));
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static StartupFailures port(PortInUseException taken) {
        return new StartupFailures(CANNOT_CREATE, List.of("The port " + taken.getPort() + " is in use."));
    }

    private static StartupFailures book(RuleBookException wrong) {
        List<String> lines = new ArrayList<>();
        for (RuleBookFault fault : wrong.faults()) {
            String at = fault.file().isEmpty() ? "rules" : fault.file();
            lines.add(at + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.detail() + " [" + fault.code()
                    + "]");
        }
        int count = wrong.faults().size();
        lines.add("The rule book has " + count + (count == 1 ? " fault" : " faults") + ".");
        return new StartupFailures(CONFIGURATION, lines);
    }

    /** Uses the message of the settings record where there is one, else the name of the setting. */
    private static StartupFailures setting(ConfigurationPropertiesBindException wrong, List<Throwable> causes) {
        Optional<String> name = first(causes, org.springframework.boot.context.properties.bind.BindException.class)
                .map(bind -> bind.getName())
                .map(ConfigurationPropertyName::toString);
        Optional<String> sentence = first(causes, IllegalArgumentException.class)
                .map(Throwable::getMessage)
                .filter(message -> message.startsWith("The setting "));
        return sentence.map(said -> new StartupFailures(CONFIGURATION, List.of(said)))
                .orElseGet(() -> value(name.orElseGet(() -> prefix(wrong))));
    }

    private static StartupFailures value(String setting) {
        return new StartupFailures(CONFIGURATION, List.of("The setting " + setting + " has an invalid value."));
    }

    private static String prefix(ConfigurationPropertiesBindException wrong) {
        return wrong.getAnnotation().prefix();
    }

    private static StartupFailures unforeseen(List<Throwable> causes) {
        boolean ours = causes.stream()
                .anyMatch(cause -> cause instanceof IllegalArgumentException
                        && String.valueOf(cause.getMessage()).startsWith("The setting "));
        if (ours) {
            return new StartupFailures(
                    CONFIGURATION,
                    causes.stream()
                            .map(cause -> String.valueOf(cause.getMessage()))
                            .filter(message -> message.startsWith("The setting "))
                            .limit(1)
                            .toList());
        }
        return new StartupFailures(
                BUG, List.of("This is a bug in Entente, not in your settings; ENTENTE_DEBUG=1 prints the cause."));
    }

    /**
     * @param given values of settings; long ones are shortened in the lines
     */
    void print(PrintStream err, Collection<String> given) {
        lines.forEach(line -> err.println("entente: " + Text.truncateQuotes(line, given)));
    }
}
