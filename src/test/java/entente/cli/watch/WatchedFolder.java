package entente.cli.watch;

import entente.cli.io.InputFile;
import entente.cli.io.InputFile.Content;
import entente.model.Problem;
import entente.scenario.ScenarioSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A watched folder whose briefings are the content of the files. Content with "bad" is refused, "broken" fails, and
 * "extends ID" is followed by the content of that scenario.
 */
final class WatchedFolder implements AutoCloseable {

    final Path folder;
    final List<String> lines = new ArrayList<>();
    final List<String> setup = new ArrayList<>(List.of("rules 1"));
    Function<Path, Content> reader = InputFile::read;
    private WatchFolders folders;
    private FolderWatch watch;

    WatchedFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.folders = WatchFolders.open(folder, out());
        this.watch = start();
    }

    private FolderWatch start() {
        return new FolderWatch(
                folders,
                new Maker(setup),
                folder.resolve("shipped"),
                true,
                file -> reader.apply(file),
                lines::add,
                Runnable::run);
    }

    private record Maker(List<String> setup) implements BriefingMaker {

        @Override
        public Made make(Path input, byte[] content, ScenarioSource parents) {
            String text = new String(content, StandardCharsets.UTF_8);
            if (text.contains("broken")) {
                throw new IllegalStateException("no such element");
            }
            if (text.startsWith("extends ")) {
                text += parents.find(text.substring("extends ".length()))
                        .map(bytes -> "\n" + new String(bytes, StandardCharsets.UTF_8))
                        .orElse("\nbad parent");
            }
            return text.contains("bad")
                    ? new Refused(List.of(new Problem("#", "BAD", "It is bad.", List.of(), Optional.empty(), 0, 0)))
                    : new Briefed(Map.of("md", (setup + text).getBytes(StandardCharsets.UTF_8)));
        }
    }

    Path out() {
        return folder.resolve("briefings");
    }

    Path put(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** One look. */
    List<String> poll() throws IOException {
        lines.clear();
        watch.poll();
        return List.copyOf(lines);
    }

    /** As many looks as a new file needs. */
    List<String> settle() throws IOException {
        List<String> all = new ArrayList<>(poll());
        all.addAll(poll());
        return all;
    }

    FolderWatch watch() {
        return watch;
    }

    List<String> restart() throws IOException {
        close();
        folders = WatchFolders.open(folder, out());
        watch = start();
        return settle();
    }

    String briefing(String name) throws IOException {
        return Files.readString(out().resolve(name));
    }

    /** The names of visible files, sorted. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        folders.close();
    }
}
