package entente.cli.usage;

import entente.cli.io.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings of the service from options of a command. */
public final class ServiceSettings {

    private final Map<String, String> settings = new TreeMap<>();

    /** With the folders of an installation. */
    public static ServiceSettings of(Home home, Path rules, @Nullable Path scenarios) {
        return new ServiceSettings()
                .put("entente.rules", absolute(rules))
                .put("entente.scenarios", absolute(scenarios == null ? home.scenarios() : scenarios))
                .put("entente.cache", absolute(home.cache()));
    }

    public ServiceSettings put(String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
        return this;
    }

    public Map<String, String> all() {
        return settings;
    }

    public static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
