package entente.service.config;

import entente.document.Suggestion;
import entente.document.Text;
import entente.service.problem.StartupException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Refuses unknown settings below {@code entente.}, so that a misspelt limit is not ignored. */
@RequiredArgsConstructor
final class SettingsCheck implements BeanFactoryPostProcessor {

    private static final int LAST_PORT = 65_535;
    private static final String OURS = "entente.";

    private final ConfigurableEnvironment environment;

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Set<String> known = known(beans);
        List<String> faults = new ArrayList<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                // System properties are set by the launcher.
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))
                .forEach(source -> {
                    boolean variables =
                            source.getName().contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
                    for (String name : source.getPropertyNames()) {
                        fault(name, variables, known).ifPresent(faults::add);
                    }
                });
        String port = environment.getProperty("server.port", "0").strip();
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            faults.add("The port is a number from 0 to " + LAST_PORT + ", not " + Text.excerpt(port) + ".");
        }
        if (!faults.isEmpty()) {
            throw StartupException.configuration(String.join("\n", new TreeSet<>(faults)));
        }
    }

    /**
     * The fault of a setting name; empty if it is known or not of Entente.
     *
     * @param variable whether it is an environment variable
     */
    static Optional<String> fault(String given, boolean variable, Set<String> known) {
        String name = (variable ? given.replace('_', '.') : given)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\[\\d+]|\\.\\d+$", "");
        if (!name.startsWith(OURS) || known.stream().anyMatch(one -> same(one, name))) {
            return Optional.empty();
        }
        // Variables such as ENTENTE_DEBUG belong to the launcher; those of a group are settings.
        if (variable && known.stream().noneMatch(one -> inGroupOf(one, name))) {
            return Optional.empty();
        }
        String meant = Suggestion.question(name, known);
        return Optional.of("There is no setting " + Text.excerpt(given) + (meant.isEmpty() ? "." : meant));
    }

    private static boolean same(String one, String other) {
        return one.replace("-", "").equals(other.replace("-", ""));
    }

    private static boolean inGroupOf(String setting, String name) {
        int end = setting.indexOf('.', OURS.length());
        return end > 0 && name.startsWith(setting.substring(0, end + 1));
    }

    /** All settings that records are bound from. */
    static Set<String> known(ConfigurableListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .map(bean -> beans.getType(bean, false))
                .flatMap(Stream::ofNullable)
                .flatMap(SettingsCheck::settings)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the settings of Entente that a record is bound from; none of another class. */
    static Stream<String> settings(Class<?> type) {
        ConfigurationProperties bound = AnnotatedElementUtils.getMergedAnnotation(type, ConfigurationProperties.class);
        return bound == null || !(bound.prefix() + ".").startsWith(OURS) || !type.isRecord()
                ? Stream.empty()
                : Arrays.stream(BeanUtils.getResolvableConstructor(type).getParameters())
                        .map(parameter ->
                                bound.prefix() + "." + DataObjectPropertyName.toDashedForm(parameter.getName()));
    }
}
