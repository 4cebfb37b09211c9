package entente.benchmark;

import entente.benchmark.Client.Response;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends the same request again and again, each from a thread that waits most of the time, so that the load takes little of
 * the machine. In an open loop requests are due at fixed times regardless of earlier responses; latency is measured from the
 * time when a request was due.
 */
final class Load {

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

    private record Connection(Socket socket, long usedAt) {}

    private static final int MOST_CONNECTIONS = 400;

    /** The service closes a connection that is idle for longer. */
    private static final long MOST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final int port;
    private final byte[] request;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger opened = new AtomicInteger();

    Load(int port, byte[] request) {
        this.port = port;
        this.request = request;
    }

    /** Closed loop: a fixed number of concurrent requests, each sent after the previous response. */
    Step closed(int atATime, double seconds) throws InterruptedException {
        return run(atATime, 0, seconds);
    }

    /** Open loop: a fixed rate per second. */
    Step open(double aSecond, double seconds) throws InterruptedException {
        return run(MOST_CONNECTIONS, aSecond, seconds);
    }

    private Step run(int most, double aSecond, double seconds) throws InterruptedException {
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        AtomicInteger broken = new AtomicInteger();
        AtomicLong sent = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < most; n++) {
            threads.add(new Thread(() -> {
                try {
                    for (long due = due(begin, sent, aSecond); due < end; due = due(begin, sent, aSecond)) {
                        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                        Optional<Response> response = exchange();
                        long at = System.nanoTime();
                        if (response.isPresent()) {
                            boolean retryAfter = response.get().has("retry-after:");
                            answers.add(new Answer(response.get().status(), retryAfter, at - begin, at - due));
                        } else {
                            broken.incrementAndGet();
                        }
                    }
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return new Step(seconds, List.copyOf(answers), broken.get());
    }

    private static long due(long begin, AtomicLong sent, double aSecond) {
        return aSecond > 0 ? begin + (long) (sent.getAndIncrement() * 1e9 / aSecond) : System.nanoTime();
    }

    /**
     * Connections come from many addresses, as those of many clients do: the service gives one at most half of its capacity.
     *
     * @return empty if the connection was broken off
     */
    private Optional<Response> exchange() {
        try {
            Connection last = idle.poll();
            while (last != null && System.nanoTime() - last.usedAt() > MOST_IDLE_NANOS) {
                last.socket().close();
                last = idle.poll();
            }
            Socket socket = last != null
                    ? last.socket()
                    : new Client("127.0.1." + (1 + opened.getAndIncrement() % 200), port).connect();
            Response response = Client.exchange(socket, request);
            if (response.has("connection: close")) {
                socket.close();
            } else {
                idle.push(new Connection(socket, System.nanoTime()));
            }
            return Optional.of(response);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
