package entente.cli.watch;

import entente.scenario.FolderScenarioSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was done with a file.
 *
 * @param basis what the result was made from, a line for each
 * @param refused whether it has problems
 */
record DoneFile(List<String> basis, boolean refused) {

    private static final String PARENT = "parent ";
    private static final String PROBLEMS = "problems";
    private static final String BRIEFING = "briefing";

    /** @param parents digests by id */
    static List<String> basis(String file, String content, List<String> setup, Map<String, String> parents) {
        List<String> lines = new ArrayList<>(List.of("file " + file, "content " + content));
        lines.addAll(setup);
        parents.forEach((id, digest) -> lines.add(PARENT + id + " " + digest));
        return List.copyOf(lines);
    }

    /** The ids of the scenarios that the file extends. */
    List<String> parents() {
        return basis.stream()
                .filter(line -> line.startsWith(PARENT))
                .map(line -> line.substring(PARENT.length()).split(" ", -1)[0])
                .filter(FolderScenarioSource::isId)
                .toList();
    }

    String text() {
        return String.join("\n", basis) + "\n" + (refused ? PROBLEMS : BRIEFING) + "\n";
    }

    static DoneFile parse(String text) {
        List<String> lines = text.lines().toList();
        int last = Math.max(0, lines.size() - 1);
        return new DoneFile(
                lines.subList(0, last), lines.subList(last, lines.size()).contains(PROBLEMS));
    }
}
