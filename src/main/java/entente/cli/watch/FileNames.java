package entente.cli.watch;

import entente.document.Digest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of files by the name of an input. They are made from its bytes, as percent-encoded in a URI: a name need not be
 * text in the encoding of the locale.
 */
final class FileNames {

    /** Room for endings within the 255 bytes that a name can have. */
    private static final int MAX_BYTES = 200;

    private static final int KEPT_BYTES = 150;
    private static final int DIGEST_LENGTH = 16;

    /** JSON files that are named as the briefing of a spreadsheet would be. */
    private static final Pattern LIKE_A_SHEET = Pattern.compile(".*-(json|csv|xlsx)", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /** The name with every byte distinct, in ASCII. */
    static String encoded(Path input) {
        String uri = input.toAbsolutePath().toUri().getRawPath();
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    /** The file in the folder for the input, with another ending. */
    static Path of(Path folder, Path input, String ending) {
        return in(folder, encoded(input), ending);
    }

    /**
     * The briefing of an input, without the ending of a JSON file. Different inputs give different names: {@code a.json}
     * {@code a}, {@code a.xlsx} {@code a-xlsx}, {@code a-xlsx.json} {@code a-xlsx-json}.
     */
    static Path briefing(Path folder, Path input, String ending) {
        String name = encoded(input);
        int dot = name.lastIndexOf('.');
        String stem = name.substring(0, dot);
        String kind = name.substring(dot + 1);
        boolean plain = kind.equals("json") && !LIKE_A_SHEET.matcher(stem).matches();
        return in(folder, plain ? stem : stem + "-" + kind, ending);
    }

    /** The file with this encoded name. */
    static Path in(Path folder, String encoded, String ending) {
        String uri = folder.toAbsolutePath().toUri().toString();
        return Path.of(URI.create((uri.endsWith("/") ? uri : uri + "/") + bounded(encoded) + ending));
    }

    /** A name that is too long to be given an ending is cut, and told apart by a digest. */
    private static String bounded(String encoded) {
        if (bytes(encoded) <= MAX_BYTES) {
            return encoded;
        }
        int end = 0;
        for (int count = 0; count < KEPT_BYTES || (count < KEPT_BYTES + 3 && isContinued(encoded, end)); count++) {
            end += encoded.charAt(end) == '%' ? 3 : 1;
        }
        return encoded.substring(0, end) + "-" + Digest.sha256(encoded).substring(0, DIGEST_LENGTH);
    }

    private static int bytes(String encoded) {
        return encoded.length()
                - 2 * (int) encoded.chars().filter(c -> c == '%').count();
    }

    /** Whether a character of UTF-8 goes on here. */
    private static boolean isContinued(String encoded, int at) {
        return at < encoded.length()
                && encoded.substring(at).toUpperCase(Locale.ROOT).matches("%[89AB].*");
    }
}
