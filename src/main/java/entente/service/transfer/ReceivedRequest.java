package entente.service.transfer;

import entente.service.archive.Content;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A request whose body is already received, so that reading does not block. */
public final class ReceivedRequest extends HttpServletRequestWrapper {

    private static final String CONTENT = ReceivedRequest.class.getName();

    private final ReceivedBody body;
    private @Nullable ServletInputStream stream;

    ReceivedRequest(HttpServletRequest request, ReceivedBody body) {
        super(request);
        this.body = body;
        request.setAttribute(CONTENT, body);
    }

    /** The body, which can be read repeatedly; empty for a request without one. */
    public static Content content(HttpServletRequest request) {
        return request.getAttribute(CONTENT) instanceof Content content ? content : Content.of(new byte[0]);
    }

    /** @throws entente.service.problem.ProblemException when the body was not received */
    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Received(body.open());
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @RequiredArgsConstructor
    private static final class Received extends ServletInputStream {

        private final InputStream bytes;
        private boolean finished;

        @Override
        public int read() throws IOException {
            int read = bytes.read();
            finished |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read = bytes.read(into, from, count);
            finished |= read < 0;
            return read;
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body has been received already");
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
