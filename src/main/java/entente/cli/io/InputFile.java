package entente.cli.io;

import entente.document.DocumentLimits;
import entente.scenario.FolderScenarioSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files named on the command line: regular files, and pipes such as {@code /dev/stdin}. */
public final class InputFile {

    static final String DENIED = "permission denied";
    private static final String FAILED = "reading failed";

    /**
     * Result of reading.
     *
     * @param bytes at most one byte more than the limit for a scenario; empty if there is a fault
     * @param fault why it cannot be read; empty if the file does not exist
     */
    public record Content(Optional<byte[]> bytes, Optional<String> fault) {

        static final Content MISSING = new Content(Optional.empty(), Optional.empty());

        static Content of(byte[] bytes) {
            return new Content(Optional.of(bytes), Optional.empty());
        }

        static Content fault(String fault) {
            return new Content(Optional.empty(), Optional.of(fault));
        }
    }

    /** Opens a file; a parameter because tests may run as a user with access to every file. */
    interface Opener {
        InputStream open(Path file) throws IOException;
    }

    private InputFile() {}

    public static Content read(Path file) {
        return read(file, Files::newInputStream);
    }

    public static Content read(Path file, Opener opener) {
        if (Files.isDirectory(file)) {
            return Content.MISSING;
        }
        try (InputStream in = opener.open(file)) {
            return Content.of(in.readNBytes(DocumentLimits.SCENARIO.bytes() + 1));
        } catch (NoSuchFileException missing) {
            return Content.MISSING;
        } catch (AccessDeniedException denied) {
            return Content.fault(DENIED);
        } catch (IOException broken) {
            return Content.fault(FAILED);
        }
    }

    /** Why a folder cannot be listed; empty if it can. */
    static Optional<String> fault(Path folder) {
        try {
            FolderScenarioSource.list(folder);
            return Optional.empty();
        } catch (AccessDeniedException denied) {
            return Optional.of(DENIED);
        } catch (IOException broken) {
            return Optional.of(FAILED);
        }
    }
}
