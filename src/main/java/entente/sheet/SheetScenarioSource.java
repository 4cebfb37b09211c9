package entente.sheet;

import entente.document.Document;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Scenarios by id from a folder, as JSON or workbook in this order, then the shipped ones.
 *
 * @param folder of the file that extends them
 * @param shipped folder of JSON files
 */
public record SheetScenarioSource(Path folder, Path shipped) implements ScenarioSource {

    @Override
    public Optional<byte[]> find(String id) {
        return new FolderScenarioSource(List.of(folder, shipped)).find(id);
    }

    @Override
    public Optional<Document> document(String id, Predicate<String> percent) {
        return new FolderScenarioSource(List.of(folder))
                .document(id, percent)
                .or(() -> sheet(id, percent))
                .or(() -> new FolderScenarioSource(List.of(shipped)).document(id, percent));
    }

    /** An id contains only letters, digits and hyphens, so the path stays within the folder. */
    private Optional<Document> sheet(String id, Predicate<String> percent) {
        return Optional.of(folder.resolve(id + SheetFormat.XLSX.ending()))
                .filter(Files::isRegularFile)
                .flatMap(FolderScenarioSource::read)
                .map(bytes -> SheetReader.document(bytes, percent));
    }

    @Override
    public List<String> ids() {
        Stream<String> json = new FolderScenarioSource(List.of(folder, shipped)).ids().stream();
        Stream<String> sheets = FolderScenarioSource.names(folder, SheetFormat::isSheetInFolder).stream()
                .map(name -> name.substring(0, name.lastIndexOf('.')));
        return List.copyOf(new TreeSet<>(Stream.concat(json, sheets).toList()));
    }
}
