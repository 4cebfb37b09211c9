package entente.benchmark;

import entente.benchmark.Load.Step;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures responses to normal clients while many clients send a byte per second, and as many do not read responses.
 * Called by {@code src/test/sh/slow-clients.sh}.
 */
public final class SlowClients {

    private static final int PIPELINED = 60;
    private static final long SECOND = TimeUnit.SECONDS.toMillis(1);
    /** Maximum reconnections per second, as slow clients should not flood the service. */
    private static final int REOPENED_A_SECOND = 50;

    private final InetSocketAddress address;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong reopened = new AtomicLong();
    private int mayOpen;

    private SlowClients(InetSocketAddress address) {
        this.address = address;
    }

    /** Arguments: port, file with a scenario, number of slow senders, number of slow readers, seconds. */
    public static void main(String[] args) throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0]));
        byte[] request =
                Client.request("POST /api/v1/assessments?keep=false", Client.JSON, Files.readString(Path.of(args[1])));
        int senders = Integer.parseInt(args[2]);
        int readers = Integer.parseInt(args[3]);
        double seconds = Double.parseDouble(args[4]);
        Step before;
        try (Load load = new Load(address, request)) {
            load.closed(1, seconds / 2);
            before = load.closed(1, seconds);
        }
        SlowClients clients = new SlowClients(address);
        Thread slow = new Thread(() -> clients.run(senders, readers));
        slow.start();
        Thread.sleep(3 * SECOND);
        AtomicLong worst = new AtomicLong();
        Thread liveness = new Thread(() -> clients.liveness(worst));
        liveness.start();
        Step during;
        try (Load load = new Load(address, request)) {
            during = load.closed(1, seconds);
        }
        clients.ended.set(true);
        slow.join();
        liveness.join();
        report("before", before, before);
        report("during", during, before);
        System.out.printf(
                Locale.ROOT,
                "%d slow senders, %d slow readers, %.0f s: worst liveness %d ms, connections opened again %d%n",
                senders,
                readers,
                seconds,
                worst.get(),
                clients.reopened.get());
    }

    private static void report(String when, Step step, Step before) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d answers %s, broken off %d, p50 %.1f ms (ratio %.2f), p99 %.1f ms (ratio %.2f)%n",
                when,
                step.answers().size(),
                step.statuses(),
                step.broken(),
                Step.quantile(step.answers(), 0.5),
                Step.quantile(step.answers(), 0.5) / Step.quantile(before.answers(), 0.5),
                Step.quantile(step.answers(), 0.99),
                Step.quantile(step.answers(), 0.99) / Step.quantile(before.answers(), 0.99));
    }

    private void run(int senders, int readers) {
        byte[] post = ("POST /api/v1/assessments?keep=false HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] gets = "GET /api/v1/rules HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .repeat(PIPELINED)
                .getBytes(StandardCharsets.US_ASCII);
        SocketChannel[] all = new SocketChannel[senders + readers];
        mayOpen = all.length;
        try {
            while (!ended.get()) {
                for (int one = 0; one < all.length; one++) {
                    all[one] = proceed(all[one], one < senders ? post : gets);
                }
                mayOpen = REOPENED_A_SECOND;
                Thread.sleep(SECOND);
            }
            for (SocketChannel one : all) {
                if (one != null) {
                    one.close();
                }
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Sends a byte, or reconnects if the connection was closed. A space is valid in the body and in JSON. */
    private SocketChannel proceed(SocketChannel channel, byte[] beginning) throws IOException {
        if (channel != null) {
            try {
                channel.write(ByteBuffer.wrap(new byte[] {beginning[0] == 'P' ? (byte) ' ' : (byte) '\n'}));
                return channel;
            } catch (IOException closed) {
                reopened.incrementAndGet();
                channel.close();
            }
        }
        if (mayOpen == 0) {
            return null;
        }
        mayOpen--;
        SocketChannel fresh = SocketChannel.open();
        fresh.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 12);
        fresh.connect(address);
        fresh.configureBlocking(false);
        fresh.write(ByteBuffer.wrap(beginning));
        return fresh;
    }

    /** Uses a new connection each time, like a supervisor. */
    private void liveness(AtomicLong worst) {
        byte[] request = Client.get("/actuator/health/liveness", "");
        while (!ended.get()) {
            long began = System.nanoTime();
            String status = new Client(address.getPort()).status(request);
            if (!status.equals("200")) {
                System.out.println("liveness: " + status);
            }
            worst.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began), Math::max);
            try {
                Thread.sleep(SECOND / 4);
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }
}
