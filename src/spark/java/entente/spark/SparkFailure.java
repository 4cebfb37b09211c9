package entente.spark;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;

/** What to tell of a job that failed. */
final class SparkFailure {

    private SparkFailure() {}

    /** @return an {@link UncheckedIOException} if an executor cannot read or write */
    static RuntimeException of(Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (cause instanceof IOException readingOrWriting) {
                return new UncheckedIOException(readingOrWriting);
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            return new CancellationException("the job was interrupted");
        }
        String message = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        return new CliException(ExitCode.INPUT_OUTPUT, "Spark ended the job: " + message);
    }
}
