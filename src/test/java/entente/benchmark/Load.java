package entente.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests from one thread, so that the load generator uses little of the machine. In an open loop requests are
 * due at fixed times regardless of earlier responses; latency is measured from the time when a request was due.
 */
final class Load implements AutoCloseable {

    /** @param atNanos time of completion since the start of the step */
    record Answer(int status, boolean retryAfter, long atNanos, long latencyNanos) {}

    /** The result of a step. */
    record Step(double seconds, List<Answer> answers, int broken) {

        List<Answer> accepted() {
            return answers.stream().filter(answer -> answer.status() < 300).toList();
        }

        List<Answer> refused() {
            return answers.stream().filter(answer -> answer.status() >= 300).toList();
        }

        /** Accepted responses per second. */
        double goodput() {
            return accepted().size() / seconds;
        }

        Map<Integer, Integer> statuses() {
            Map<Integer, Integer> counts = new TreeMap<>();
            answers.forEach(answer -> counts.merge(answer.status(), 1, Integer::sum));
            return counts;
        }

        /** Milliseconds. */
        static double quantile(List<Answer> answers, double share) {
            long[] sorted =
                    answers.stream().mapToLong(Answer::latencyNanos).sorted().toArray();
            return Client.quantile(sorted, share);
        }
    }

    private static final int MOST_CONNECTIONS = 400;
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final InetSocketAddress address;
    private final byte[] request;
    private final Selector selector = Selector.open();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(1 << 18);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private int open;

    Load(InetSocketAddress address, byte[] request) throws IOException {
        this.address = address;
        this.request = request;
    }

    /** Closed loop: a fixed number of concurrent requests, each sent after the previous response. */
    Step closed(int atATime, double seconds) throws IOException {
        return run(atATime, 0, seconds);
    }

    /** Open loop: a fixed rate per second. */
    Step open(double aSecond, double seconds) throws IOException {
        return run(MOST_CONNECTIONS, aSecond, seconds);
    }

    private Step run(int most, double aSecond, double seconds) throws IOException {
        List<Answer> answers = new ArrayList<>();
        Deque<Long> waiting = new ArrayDeque<>();
        int broken = 0;
        int inHand = 0;
        long sent = 0;
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        while (true) {
            long now = System.nanoTime();
            while (now < end && (aSecond > 0 ? begin + (long) (sent * 1e9 / aSecond) <= now : inHand < most)) {
                waiting.add(aSecond > 0 ? begin + (long) (sent * 1e9 / aSecond) : now);
                sent++;
                if (aSecond == 0) {
                    inHand++;
                }
            }
            int busy = open - idle.size();
            while (!waiting.isEmpty() && busy < most) {
                connection().send(request, waiting.remove());
                busy++;
            }
            if (now >= end && busy == 0 && waiting.isEmpty()) {
                return new Step(seconds, answers, broken);
            }
            if (now - end > TIMEOUT_NANOS) {
                throw new IOException(busy + " requests are not answered; " + waiting.size() + " were not sent");
            }
            long pause = aSecond > 0 && now < end
                    ? TimeUnit.NANOSECONDS.toMillis(begin + (long) (sent * 1e9 / aSecond) - now)
                    : 50;
            // Never without a pause: a loop that waits for the next due time would take a processor from the service.
            selector.select(Math.max(1, pause));
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                try {
                    if (connection.proceed(scratch)) {
                        long at = System.nanoTime();
                        answers.add(
                                new Answer(connection.status, connection.retryAfter, at - begin, at - connection.due));
                        inHand--;
                        if (connection.last) {
                            connection.close();
                            open--;
                        } else {
                            idle.push(connection);
                        }
                    }
                } catch (IOException gone) {
                    connection.close();
                    open--;
                    inHand--;
                    // The connection was idle.
                    if (!idle.remove(connection)) {
                        broken++;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private Connection connection() throws IOException {
        Connection free = idle.poll();
        if (free != null) {
            return free;
        }
        open++;
        return new Connection(selector, address);
    }

    @Override
    public void close() throws IOException {
        idle.forEach(Connection::close);
        selector.close();
    }
}
