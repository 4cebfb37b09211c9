package entente.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings of the service from options of a command. */
final class ServiceSettings {

    private final Map<String, String> settings = new TreeMap<>();

    /** With the folders of an installation. */
    static ServiceSettings of(BaseCommand command, @Nullable Path scenarios) {
        return new ServiceSettings()
                .put("entente.rules", absolute(command.rulesFolder()))
                .put(
                        "entente.scenarios",
                        absolute(scenarios == null ? command.home().scenarios() : scenarios))
                .put("entente.cache", absolute(command.home().cache()));
    }

    ServiceSettings put(String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
        return this;
    }

    Map<String, String> all() {
        return settings;
    }

    static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
