package entente.service.briefing.schedule;

import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;

/** The scenarios that a schedule names: one by its id, or those of a file or folder below the folder of scenarios. */
@RequiredArgsConstructor
public final class ScheduleScenarios {

    /** No segment begins with a full stop; a full stop alone is the folder itself. */
    private static final Pattern PATH =
            Pattern.compile("\\.|[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*+");

    private final Path root;
    private final StoredScenarios stored;

    /** The scenarios, by name of their files; none if there is nothing of this name. */
    public List<byte[]> find(String name, ScenarioSource shipped) {
        if (FolderScenarioSource.isId(name)) {
            Optional<byte[]> one = shipped.find(name).or(() -> stored.find(name).map(StoredScenario::bytes));
            if (one.isPresent()) {
                return List.of(one.get());
            }
        }
        return files(name).stream()
                .map(FolderScenarioSource::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Path> files(String name) {
        try {
            if (!PATH.matcher(name).matches()) {
                return List.of();
            }
            Path folder = root.toRealPath();
            // Follows links, and so refuses those that lead elsewhere.
            Path named = folder.resolve(name).toRealPath();
            if (!named.startsWith(folder)) {
                return List.of();
            }
            return Files.isDirectory(named)
                    ? FolderScenarioSource.list(named)
                    : FolderScenarioSource.isJson(named.toString()) ? List.of(named) : List.of();
        } catch (IOException none) {
            return List.of();
        }
    }
}
