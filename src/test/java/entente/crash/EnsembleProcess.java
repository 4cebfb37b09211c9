package entente.crash;

import entente.Entente;
import entente.analysis.ensemble.run.EnsembleSamples;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Ensembles with a table, in processes of their own. */
record EnsembleProcess(Path folder, int size, int chunkSize, String format) {

    Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                "-Dentente.cache=" + Shipped.CACHE.toAbsolutePath(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Entente.class.getName(),
                "ensemble",
                "scenarios/" + EnsembleSamples.SCENARIO + ".json",
                "--size",
                Integer.toString(size),
                "--chunk-size",
                Integer.toString(chunkSize),
                "--table",
                format,
                "--out",
                folder.toString(),
                "--resume",
                "--format",
                "json"));
        EnsembleSamples.sets().forEach((id, value) -> command.addAll(List.of("--set", id + "=" + value)));
        Collections.addAll(command, options);
        Process process = new ProcessBuilder(command)
                .redirectError(printed("err").toFile())
                .redirectOutput(printed("out").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private Path printed(String ending) {
        return folder.resolveSibling(folder.getFileName() + "." + ending);
    }

    /** The result of the last process. */
    String output() throws IOException {
        return Files.readString(printed("out"));
    }

    /** The diagnostics of the last process. */
    String diagnostics() throws IOException {
        return Files.readString(printed("err"));
    }

    /** Number of chunks with a record. */
    int chunks() throws IOException {
        return (int)
                names().filter(name -> name.matches("variants-\\d+\\.json")).count();
    }

    int chunksInAll() {
        return (size + chunkSize - 1) / chunkSize;
    }

    /** Waits until a process has written so many chunks, as long as it runs. */
    void awaitChunks(Process process, int wanted) throws Exception {
        while (process.isAlive() && chunks() < wanted) {
            Thread.sleep(1);
        }
    }

    private Stream<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    /** All files by name, byte by byte. */
    Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (String name : names().toList()) {
            content.put(name, new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1));
        }
        return content;
    }
}
