package entente.service.briefing;

import entente.briefing.EditionArchive;
import entente.briefing.EditionException;
import entente.service.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The archive of briefings of this service. */
public record Editions(EditionArchive archive) {

    /** What an operation on the archive does. */
    public interface Operation<T> {
        T run(EditionArchive archive) throws IOException;
    }

    /** The result; a refusal is a conflict, a fault of the folder an internal error that the log describes. */
    public <T> T with(Operation<T> operation) {
        try {
            return operation.run(archive);
        } catch (EditionException refused) {
            throw ProblemType.CONFLICT.problem(refused.getMessage());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
