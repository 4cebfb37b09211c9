package entente.cli.watch;

import entente.model.Problem;
import entente.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes briefings; equal content, parents and {@link #setup} give equal bytes. */
public interface BriefingMaker {

    /** What became of a file. */
    sealed interface Made {}

    /** @param media the bytes by the ending of the file's name, without a dot */
    record Briefed(Map<String, byte[]> media) implements Made {}

    record Refused(List<Problem> problems) implements Made {}

    /** Made elsewhere than in the folder of the briefings. */
    record Published(String what) implements Made {}

    /** What has effects elsewhere, to be done when it is certain that nothing was read half-written. */
    record Deferred(Supplier<Made> work) implements Made {}

    /** What results depend on besides the files, a line for each; a change makes every briefing anew. */
    List<String> setup();

    /** @param input names the content */
    Made make(Path input, byte[] content, ScenarioSource parents);
}
