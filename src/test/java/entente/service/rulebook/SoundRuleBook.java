package entente.service.rulebook;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.rule.RuleBookFault;
import entente.report.json.AssessmentJson;
import entente.scenario.FolderScenarioSource;
import entente.service.rulebook.RuleBookWatcher.RuleBookCheck;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import entente.testkit.BookFolder;
import entente.testkit.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The small rule book of nine rules without its lint fault, and its assessment of one scenario. */
record SoundRuleBook(Path folder) {

    static final WatchSettings BY_HAND = new WatchSettings(Duration.ofDays(1), Duration.ZERO, false);

    private static final byte[] SCENARIO =
            ("{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"export_share_pct\": 18, \"shock_severity\": 2,"
                            + " \"border_incident\": 0, \"treaty_commitment_level\": 2}}")
                    .getBytes(StandardCharsets.UTF_8);

    /** Creates or restores the folder. */
    static SoundRuleBook in(Path folder) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        BookFolder.small(folder)
                .replaceAll(
                        "interplay.drl",
                        "indicator == \"export_share_pct\", grade <= Grade.LOW",
                        "indicator == \"border_incident\", grade <= Grade.LOW");
        return new SoundRuleBook(folder);
    }

    SoundRuleBook replace(String file, String old, String replacement) throws IOException {
        new BookFolder(folder).replaceAll(file, old, replacement);
        return this;
    }

    SoundRuleBook overlay(String name) throws IOException {
        new BookFolder(folder).overlay(name);
        return this;
    }

    SoundRuleBook write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** The same book under another version and digest. */
    SoundRuleBook version(int number) throws IOException {
        return write(
                "weights.yaml",
                read("weights.yaml").replaceFirst("version: \"[^\"]*\"", "version: \"1.0." + number + "\""));
    }

    RuleBookCheck check(Path cache) {
        return new RuleBookCheck(folder, cache, new FolderScenarioSource(List.of()));
    }

    /** The assessment of a snapshot as JSON. */
    static String answer(RuleBookSnapshot snapshot) {
        Assessment assessment = snapshot.assessor().assess(snapshot.read(SCENARIO));
        return AssessmentJson.document(LikelihoodScale.ICD203).pretty(assessment);
    }

    /** As the command line prints it. */
    static String asText(RuleBookFault fault) {
        return (fault.file().isEmpty() ? "rules" : fault.file()) + (fault.line() > 0 ? ":" + fault.line() : "") + " "
                + fault.code() + " " + fault.detail();
    }
}
