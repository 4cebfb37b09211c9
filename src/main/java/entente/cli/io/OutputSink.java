package entente.cli.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output that remembers whether its reader went away, as {@code head} does when it has seen enough. */
public final class OutputSink extends FilterOutputStream {

    /** What the system says then; other failures, such as a full disk, say something else. */
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
