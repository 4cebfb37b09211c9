package entente.cli.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output that records whether the reader closed the pipe, as {@code head} does. */
public final class OutputSink extends FilterOutputStream {

    /** Message of the operating system for a closed pipe; other failures, such as a full disk, have other messages. */
    private static final String BROKEN_PIPE = "Broken pipe";

    private boolean isBrokenPipe;

    public OutputSink(OutputStream out) {
        super(out);
    }

    public boolean isBrokenPipe() {
        return isBrokenPipe;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException failed) {
            isBrokenPipe |= BROKEN_PIPE.equals(failed.getMessage());
            throw failed;
        }
    }
}
