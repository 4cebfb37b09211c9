package entente.service.operations;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every setting of the service, as bound by the code. */
final class Settings {

    private Settings() {}

    /** Their full names, such as {@code entente.limits.heavy-queue-capacity}. */
    static SortedSet<String> names() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("entente").stream()
                .flatMap(found -> names(type(String.valueOf(found.getBeanClassName()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As names of environment variables. */
    static SortedSet<String> asVariables() {
        return names().stream()
                .map(name -> name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<String> names(Class<?> settings) {
        ConfigurationProperties annotation = settings.getAnnotation(ConfigurationProperties.class);
        String prefix = annotation.value().isEmpty() ? annotation.prefix() : annotation.value();
        RecordComponent[] components = settings.getRecordComponents();
        if (components == null) {
            throw new AssertionError(settings + " should be a record, so that its settings can be listed");
        }
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var parameters = settings.getDeclaredConstructor(types).getParameters();
            return Stream.iterate(0, i -> i < components.length, i -> i + 1).map(i -> {
                Name name = parameters[i].getAnnotation(Name.class);
                return prefix + "." + (name == null ? kebab(components[i].getName()) : name.value());
            });
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
