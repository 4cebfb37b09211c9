package entente.benchmark;

import entente.benchmark.BodyShapes.Shape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Measures the processor time for bodies of one megabyte, relative to a plain assessment and to the cheapest valid body
 * of the same size. Called by {@code src/test/sh/costly-bodies.sh}.
 */
public final class CostlyBodies {

    private static final int WARM = 1000;
    private static final Duration ENOUGH = Duration.ofMillis(1500);
    private static final int LEAST = 3;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String service;
    private final ProcessHandle process;

    private CostlyBodies(String port, String pid) {
        service = "http://127.0.0.1:" + port + "/api/v1/";
        process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Arguments: port, process id of the service, file with a valid scenario. */
    public static void main(String[] args) throws IOException, InterruptedException {
        BodyShapes shapes = new BodyShapes(Files.readString(Path.of(args[2])));
        CostlyBodies service = new CostlyBodies(args[0], args[1]);
        for (int i = 0; i < WARM; i++) {
            service.post(shapes.plain());
        }
        for (Map.Entry<String, Shape> shape : shapes.invalid().entrySet()) {
            service.post(shape.getValue());
        }
        Cost plain = service.cost(shapes.plain());
        print("plain assessment: %.2f ms%n", plain.millis());
        double valid = Double.MAX_VALUE;
        for (Map.Entry<String, Shape> shape : shapes.valid().entrySet()) {
            Cost cost = service.cost(shape.getValue());
            valid = Math.min(valid, cost.millis());
            report("valid, " + shape.getKey(), cost, plain.millis(), valid);
        }
        Map<String, Cost> costs = new TreeMap<>();
        for (Map.Entry<String, Shape> shape : shapes.invalid().entrySet()) {
            costs.put(shape.getKey(), service.cost(shape.getValue()));
        }
        double cheapest = valid;
        costs.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingDouble(Cost::millis).reversed()))
                .forEach(entry -> report(entry.getKey(), entry.getValue(), plain.millis(), cheapest));
    }

    /** @param millis processor time for one request, including garbage collector and JIT compiler */
    private record Cost(List<Integer> statuses, double millis) {}

    private Cost cost(Shape shape) throws IOException, InterruptedException {
        Duration begin = used();
        Duration used = Duration.ZERO;
        int[] statuses = new int[600];
        int count = 0;
        while (count < LEAST || used.compareTo(ENOUGH) < 0) {
            statuses[post(shape)]++;
            count++;
            used = used().minus(begin);
        }
        List<Integer> seen = IntStream.range(0, statuses.length)
                .filter(s -> statuses[s] > 0)
                .boxed()
                .toList();
        return new Cost(seen, used.toNanos() / 1e6 / count);
    }

    private int post(Shape shape) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + shape.path()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(shape.bytes()))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private Duration used() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static void report(String name, Cost cost, double plain, double valid) {
        print(
                "%-50s %-6s %8.1f ms %7.1f %7.1f%n",
                name, cost.statuses(), cost.millis(), cost.millis() / plain, cost.millis() / valid);
    }

    private static void print(String form, Object... values) {
        System.out.printf(Locale.ROOT, form, values);
    }
}
