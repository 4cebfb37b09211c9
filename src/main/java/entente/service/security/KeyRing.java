package entente.service.security;

import entente.report.form.Hint;
import entente.service.keys.Key;
import entente.service.keys.KeyFile;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyFile.KeyFileException;
import entente.service.keys.KeyStore;
import entente.service.problem.StartupException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current key file. It is read for every request, which takes some ten microseconds, so that removed keys are
 * rejected immediately. While the file is invalid or missing, no key is accepted.
 */
public final class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    /** The content of the file and its parsed form. */
    private record Reading(byte[] bytes, KeyFile keys, List<String> faults) {}

    private final KeyStore store;
    private volatile Reading last;

    private KeyRing(KeyStore store) {
        this.store = store;
        this.last = read(new Reading(new byte[0], KeyFile.EMPTY, noKey()));
    }

    /** @throws StartupException with all faults of the file, also if it contains no key */
    public static KeyRing open(Path file) {
        KeyRing ring = new KeyRing(new KeyStore(file));
        List<String> faults = ring.faults();
        if (!faults.isEmpty()) {
            throw StartupException.configuration("The key file cannot be used.\n" + String.join("\n", faults));
        }
        return ring;
    }

    /** The current entry of a key. */
    Optional<KeyEntry> find(Key key) {
        return reading().keys().find(key);
    }

    /** The current entry of the key with this digest. */
    Optional<KeyEntry> findByDigest(String sha256) {
        return reading().keys().findByDigest(sha256);
    }

    /** Why no key is accepted; empty if the file is valid. Does not name the file, because it is logged. */
    public List<String> faults() {
        return reading().faults();
    }

    private static List<String> noKey() {
        return List.of(
                "The file holds no key. Create one: " + Hint.started() + " keys add NAME --role reader --keys FILE");
    }

    private Reading reading() {
        Reading before = last;
        Reading now = read(before);
        last = now;
        if (!now.faults().equals(before.faults())) {
            if (now.faults().isEmpty()) {
                LOG.info("The key file is valid again.");
            } else {
                LOG.error("No key is accepted: the key file is invalid. {}", String.join(" ", now.faults()));
            }
        }
        return now;
    }

    private Reading read(Reading before) {
        byte[] bytes = new byte[0];
        try {
            bytes = store.bytes();
            if (Arrays.equals(bytes, before.bytes()) && before.faults().isEmpty()) {
                return before;
            }
            KeyFile keys = KeyFile.parse(bytes);
            return new Reading(bytes, keys, keys.entries().isEmpty() ? noKey() : List.of());
        } catch (KeyFileException wrong) {
            return new Reading(
                    bytes,
                    KeyFile.EMPTY,
                    wrong.faults().stream().map(Object::toString).toList());
        } catch (IOException unreadable) {
            return new Reading(bytes, KeyFile.EMPTY, List.of("The file does not exist or cannot be read."));
        }
    }
}
