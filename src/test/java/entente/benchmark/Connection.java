package entente.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection for sequential requests, with just enough HTTP to detect the end of a response. It comes from an address of
 * its own, as those of many clients do: the service gives one address at most half of its capacity.
 */
final class Connection {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");
    private static final AtomicInteger OPENED = new AtomicInteger();
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer toSend = ByteBuffer.allocate(0);
    private byte[] received = new byte[1 << 16];
    private int length;
    private int headEnd = -1;
    private long bodyLength = -1;

    /** When the current request was due, in nanoseconds. */
    long due;

    int status;
    boolean retryAfter;
    /** Whether the service closes the connection after this response. */
    boolean last;

    Connection(Selector selector, InetSocketAddress address) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.bind(new InetSocketAddress("127.0.1." + (1 + OPENED.getAndIncrement() % 200), 0));
        channel.connect(address);
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    void send(byte[] request, long whenDue) throws IOException {
        due = whenDue;
        toSend = ByteBuffer.wrap(request);
        length = 0;
        headEnd = -1;
        bodyLength = -1;
        last = false;
        if (channel.isConnected()) {
            write();
        }
    }

    /** Performs the operations that the channel is ready for; true if the response is complete. */
    boolean proceed(ByteBuffer scratch) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            write();
        } else if (key.isWritable()) {
            write();
        }
        boolean answered = key.isValid() && key.isReadable() && read(scratch);
        if (answered) {
            // If the service hangs up later, that is not a second answer.
            length = 0;
        }
        return answered;
    }

    private void write() throws IOException {
        channel.write(toSend);
        key.interestOps(toSend.hasRemaining() ? SelectionKey.OP_WRITE | SelectionKey.OP_READ : SelectionKey.OP_READ);
    }

    private boolean read(ByteBuffer scratch) throws IOException {
        while (true) {
            scratch.clear();
            int count = channel.read(scratch);
            if (count < 0) {
                last = true;
                if (length > 0 && complete()) {
                    return true;
                }
                throw new IOException("hung up");
            }
            if (count == 0) {
                return complete();
            }
            if (length + count > received.length) {
                received = Arrays.copyOf(received, Math.max(received.length * 2, length + count));
            }
            scratch.flip().get(received, length, count);
            length += count;
        }
    }

    private boolean complete() {
        if (headEnd < 0) {
            headEnd = headEnd();
            if (headEnd < 0) {
                return false;
            }
            String head = new String(received, 0, headEnd, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            status = Integer.parseInt(head.substring(9, 12));
            retryAfter = head.contains("\r\nretry-after:");
            last |= head.contains("\r\nconnection: close");
            Matcher found = LENGTH.matcher(head);
            bodyLength = found.find() ? Long.parseLong(found.group(1)) : -1;
        }
        if (bodyLength >= 0) {
            return length - headEnd >= bodyLength;
        }
        int from = length - LAST_CHUNK.length;
        return from >= headEnd - 2 && Arrays.equals(received, from, length, LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    private int headEnd() {
        for (int i = 3; i < length; i++) {
            if (received[i] == '\n' && received[i - 1] == '\r' && received[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException gone) {
            // It is discarded anyway.
        }
    }
}
