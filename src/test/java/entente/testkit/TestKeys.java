package entente.testkit;

import entente.service.keys.Key;
import entente.service.keys.KeyFile;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyStore;
import entente.service.keys.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Keys by the names of their holders, in a file that a test may change. */
public final class TestKeys {

    private final Path file = RunningService.folder("keys").resolve("keys");
    private final Map<String, Key> keys = new HashMap<>();
    private KeyFile all = KeyFile.EMPTY;

    public TestKeys(Map<String, Role> holders) {
        holders.forEach((name, role) -> {
            keys.put(name, Key.generate(new SecureRandom()));
            all = all.with(new KeyEntry(name, role, key(name).digest()));
        });
        restore();
    }

    public Key key(String name) {
        return Objects.requireNonNull(keys.get(name), name);
    }

    public Path file() {
        return file;
    }

    public KeyStore store() {
        return new KeyStore(file);
    }

    /** Writes the file as it was in the beginning. */
    public void restore() {
        try {
            store().write(all);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
