package entente.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A master and two workers of two cores each, on free ports of the loopback address. */
final class StandaloneCluster implements AutoCloseable {

    private static final int WORKERS = 2;

    private final Path folder;
    private final Map<String, String> environment;
    private final List<ClusterProcess> processes = new ArrayList<>();
    private String url = "";

    private StandaloneCluster(Path folder) throws IOException {
        this.folder = folder;
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String jar : classPath().split(":")) {
            Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
        }
        environment = Map.of(
                "SPARK_HOME",
                folder.resolve("home").toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_WORKER_MEMORY",
                "2g",
                // Most of the time is spent on starting some ten processes.
                "JAVA_TOOL_OPTIONS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    }

    static StandaloneCluster start(Path folder) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(folder);
        try {
            ClusterProcess master = cluster.launch("master", "master.Master", "--port", "0");
            cluster.url = master.await("Starting Spark master at (spark://\\S+)");
            for (int worker = 0; worker < WORKERS; worker++) {
                cluster.launch(
                        "worker" + worker,
                        "worker.Worker",
                        "--cores",
                        "2",
                        "--work-dir",
                        folder.resolve("work" + worker).toString(),
                        cluster.url);
            }
            for (ClusterProcess worker : cluster.workers()) {
                worker.await("Successfully registered with (master)");
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException | Error failed) {
            cluster.close();
            throw failed;
        }
    }

    private ClusterProcess launch(String name, String type, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath(),
                "org.apache.spark.deploy." + type,
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0"));
        command.addAll(List.of(options));
        ClusterProcess started = new ClusterProcess(folder.resolve(name), environment, command);
        processes.add(started);
        return started;
    }

    private static String classPath() throws IOException {
        return Files.readString(Output.ROOT.resolve("target/spark/classpath")).strip();
    }

    String url() {
        return url;
    }

    List<ClusterProcess> workers() {
        return processes.subList(1, 1 + WORKERS);
    }

    /** Number of executors that are running. */
    long executors() {
        return workers().stream().flatMap(ClusterProcess::descendants).count();
    }

    /** Whether an executor of a worker has finished a task. */
    boolean hasFinishedTasks(int worker) {
        try (Stream<Path> logs = Files.walk(folder.resolve("work" + worker))) {
            for (Path log : logs.filter(file -> file.endsWith("stderr")).toList()) {
                if (Files.readString(log).contains("Finished task")) {
                    return true;
                }
            }
            return false;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Submits the job as a user does, for so many executors of one core. */
    ClusterProcess submit(int executors, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Output.ROOT.resolve("src/spark/spark-submit").toString(),
                "--master",
                url,
                "--executor-cores",
                "1",
                "--total-executor-cores",
                Integer.toString(executors),
                "--executor-memory",
                "512m",
                // The work begins when all executors are there.
                "--conf",
                "spark.scheduler.minRegisteredResourcesRatio=1.0",
                "--conf",
                "spark.ui.enabled=false",
                // The first job compiles the rule book with Drools of the jar.
                "--driver-java-options",
                "-Dentente.cache=" + folder.resolve("cache"),
                Output.ROOT.resolve("target/spark/entente-spark.jar").toString()));
        command.addAll(Output.SCENARIO);
        command.addAll(List.of(options));
        ClusterProcess job = new ClusterProcess(folder.resolve("job" + processes.size()), environment, command);
        processes.add(job);
        return job;
    }

    @Override
    public void close() {
        processes.forEach(ClusterProcess::close);
    }
}
