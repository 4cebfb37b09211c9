package entente.service.keys;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/**
 * The key file: a line {@code name role digest} per key. Blank lines and lines that begin with {@code #} are comments,
 * which are preserved.
 */
public final class KeyFile {

    public static final KeyFile EMPTY = new KeyFile(List.of(), List.of());

    private static final int WORDS = 3;

    private final List<String> lines;

    @Getter
    private final List<KeyEntry> entries;

    private KeyFile(List<String> lines, List<KeyEntry> entries) {
        this.lines = List.copyOf(lines);
        this.entries = List.copyOf(entries);
    }

    /** @throws KeyFileException with all faults */
    public static KeyFile parse(byte[] bytes) throws KeyFileException {
        List<String> lines = text(bytes).lines().toList();
        List<String> faults = new ArrayList<>();
        List<KeyEntry> entries = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        Map<String, Integer> digests = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split("\\s+", -1);
            if (words.length != WORDS) {
                check(faults, number, false, "a line consists of name, role and digest, separated by blanks.");
                continue;
            }
            Optional<Role> role = Role.of(words[1]);
            check(
                    faults,
                    number,
                    KeyEntry.name(words[0]),
                    "a name is 1 to 64 lower-case letters, digits, dots, hyphens "
                            + "and underscores, the first a letter or digit.");
            check(faults, number, role.isPresent(), "a role is reader, analyst or operator.");
            check(faults, number, KeyEntry.digest(words[2]), "a digest is 64 lower-case hexadecimal digits.");
            checkUnique(faults, number, names.put(words[0], number), "the name is that of line ");
            checkUnique(faults, number, digests.put(words[2], number), "the key is that of line ");
            role.ifPresent(may -> entries.add(new KeyEntry(words[0], may, words[2])));
        }
        if (!faults.isEmpty()) {
            throw new KeyFileException(faults);
        }
        return new KeyFile(lines, entries);
    }

    private static String text(byte[] bytes) throws KeyFileException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new KeyFileException(List.of("The file is not UTF-8 text."));
        }
    }

    private static void check(List<String> faults, int line, boolean good, String sentence) {
        if (!good) {
            faults.add("line " + line + ": " + sentence);
        }
    }

    private static void checkUnique(List<String> faults, int line, @Nullable Integer before, String sentence) {
        check(faults, line, before == null, sentence + before + ".");
    }

    public Optional<KeyEntry> findByName(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The entry of a key. Runs in constant time for valid and invalid keys. */
    public Optional<KeyEntry> find(Key key) {
        return findByDigest(key.digest());
    }

    public Optional<KeyEntry> findByDigest(String sha256) {
        byte[] digest = sha256.getBytes(StandardCharsets.US_ASCII);
        KeyEntry found = null;
        for (KeyEntry entry : entries) {
            if (MessageDigest.isEqual(digest, entry.sha256().getBytes(StandardCharsets.US_ASCII))) {
                found = entry;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Adds an entry; its name must be new. */
    public KeyFile with(KeyEntry entry) {
        return new KeyFile(
                Stream.concat(lines.stream(), Stream.of(entry.line())).toList(),
                Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    public KeyFile without(String name) {
        return new KeyFile(
                lines.stream()
                        .filter(line -> !line.strip().split("\\s+", -1)[0].equals(name))
                        .toList(),
                entries.stream().filter(entry -> !entry.name().equals(name)).toList());
    }

    byte[] bytes() {
        return lines.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * One line of a key file.
     *
     * @param name of the holder: 1 to 64 lower-case letters, digits, dots, hyphens and underscores, the first a letter
     *     or digit
     * @param sha256 digest of the key, 64 lower-case hexadecimal digits
     */
    public record KeyEntry(String name, Role role, String sha256) {

        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
        private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

        public static boolean name(String text) {
            return NAME.matcher(text).matches();
        }

        static boolean digest(String text) {
            return DIGEST.matcher(text).matches();
        }

        String line() {
            return name + " " + role.word() + " " + sha256;
        }
    }

    public static final class KeyFileException extends Exception {

        private static final long serialVersionUID = 1;

        /** Sentences, with the line where there is one; they never contain a digest. */
        @Getter
        private final transient List<String> faults;

        KeyFileException(List<String> faults) {
            super(String.join(" ", faults));
            this.faults = List.copyOf(faults);
        }
    }
}
