package entente.cli.usage;

import entente.cli.io.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings of the service from options of a command. */
public final class ServiceSettings {

    private final Map<String, String> settings = new TreeMap<>();

    /** With the folders of an installation, which stand behind every other setting. */
    public static ServiceSettings of(Home home) {
        return new ServiceSettings()
                .put("shipped.rules", absolute(home.rules()))
                .put("shipped.scenarios", absolute(home.scenarios()))
                .put("shipped.cache", absolute(home.cache()));
    }

    /** A folder that an option names. */
    public ServiceSettings putFolder(String name, @Nullable Path given) {
        return put(name, given == null ? null : absolute(given));
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
