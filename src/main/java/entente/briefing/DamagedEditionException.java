package entente.briefing;

import java.io.IOException;
import java.nio.file.Path;

/** A file of an archive of briefings that was changed or lost after it was written. */
public final class DamagedEditionException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedEditionException(Path file, String why) {
        super("The archived file " + file + " is damaged: " + why);
    }
}
