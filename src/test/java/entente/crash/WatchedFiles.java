package entente.crash;

import entente.Entente;
import entente.testkit.Shipped;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with scenarios, every twentieth of them cut off, and watchers in processes of their own. */
record WatchedFiles(Path folder) {

    static final int FILES_PER_BAD = 20;

    private static final String GOOD = """
            {"schemaVersion": "1", "id": "kill-%d", "title": "Kill loop", "extends": "baseline-2018",
             "readings": {"prc_export_share_us_pct": {"value": %d}}}
            """;
    private static final int CUT = 90;

    /** In a new folder, so that the relative name of the watched folder is always the same. */
    static WatchedFiles create(Path folder, int files) throws IOException {
        Path watched = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < files; i++) {
            String content = String.format(GOOD, i, i % 10);
            Files.writeString(
                    watched.resolve("file " + i + ".json"),
                    i % FILES_PER_BAD == 7 ? content.substring(0, CUT) : content);
        }
        return new WatchedFiles(folder);
    }

    Process watch(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Otherwise the libraries of the tests write lines about several logging providers.
                "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dentente.home=" + Path.of("").toAbsolutePath(),
                "-Dentente.cache=" + Shipped.CACHE.toAbsolutePath(),
                "-cp",
                classPath(),
                Entente.class.getName(),
                "watch",
                "in",
                "--quiet",
                "--format",
                "md,json",
                "--interval",
                "0.1"));
        Collections.addAll(command, options);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    /** Also where the process runs in another folder. */
    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits for further records as long as the watcher runs. */
    void awaitRecords(Process watcher, int wanted) throws Exception {
        while (watcher.isAlive() && records() < wanted) {
            Thread.sleep(5);
        }
    }

    int records() throws IOException {
        Path records = folder.resolve("in/briefings/.entente-watch");
        if (!Files.isDirectory(records)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(records)) {
            return (int) files.filter(file -> file.toString().endsWith(".txt")).count();
        }
    }

    /** What the watchers printed. */
    List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("out"));
    }

    /** Everything in the watched folder, records too, by path. */
    Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("in"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    long count(String pattern) throws IOException {
        return content().keySet().stream().filter(name -> name.matches(pattern)).count();
    }
}
