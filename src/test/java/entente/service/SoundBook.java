package entente.service;

import entente.domain.Assessment;
import entente.domain.ScaleOfWords;
import entente.json.AssessmentJson;
import entente.rules.BookFault;
import entente.rules.SmallBook;
import entente.scenario.FolderShelf;
import entente.scenario.Overrides;
import entente.service.WatchedBook.Habits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The small book of nine rules, without its one fault that only the linter sees; and what it says of one scenario. */
record SoundBook(Path folder) {

    static final Habits BY_HAND = new Habits(Duration.ofDays(1), Duration.ZERO, false);

    private static final byte[] SCENARIO =
            ("{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"export_share_pct\": 18, \"shock_severity\": 2,"
                            + " \"border_incident\": 0, \"treaty_commitment_level\": 2}}")
                    .getBytes(StandardCharsets.UTF_8);

    /** Makes the folder, or makes it sound again. */
    static SoundBook in(Path folder) throws IOException {
        delete(folder);
        Files.createDirectories(folder);
        SmallBook.copy(folder)
                .replace(
                        "interplay.drl",
                        "indicator == \"export_share_pct\", atMost( Grade.LOW )",
                        "indicator == \"border_incident\", atMost( Grade.LOW )");
        return new SoundBook(folder);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    SoundBook replace(String file, String old, String fresh) throws IOException {
        new SmallBook(folder).replace(file, old, fresh);
        return this;
    }

    SoundBook overlay(String name) throws IOException {
        new SmallBook(folder).overlay(name);
        return this;
    }

    SoundBook write(String file, String text) throws IOException {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    SoundBook write(String file, byte[] bytes) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
        return this;
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** The same book under another version and digest. */
    SoundBook version(int number) throws IOException {
        return write(
                "weights.yaml",
                read("weights.yaml").replaceFirst("version: \"[^\"]*\"", "version: \"1.0." + number + "\""));
    }

    BookCheck check(Path cache) {
        return new BookCheck(folder, cache, new FolderShelf(List.of()));
    }

    /** What an edition answers, to the byte. */
    static String answer(Edition edition) {
        Assessment assessment = edition.assessor().assess(edition.read(SCENARIO, Overrides.NONE));
        return new AssessmentJson(ScaleOfWords.ICD203).pretty(assessment);
    }

    /** As the command line tells them. */
    static String told(BookFault fault) {
        return (fault.file().isEmpty() ? "rules" : fault.file()) + (fault.line() > 0 ? ":" + fault.line() : "") + " "
                + fault.code() + " " + fault.detail();
    }
}
