package entente.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Changes to a scenario file by the caller, validated like the file.
 *
 * @param readings by indicator, as text such as a number or "unknown"; more than one is refused
 * @param assumptions a document with the same members as {@code assumptions} in a scenario
 * @param assumptionsName name of the file with the assumptions, for messages
 * @param without rules and groups to disable; {@code barriers} and {@code drivers} name all of them
 * @param referenceClass id of the class whose rate is the base rate
 */
public record ScenarioOverrides(
        Map<String, List<String>> readings,
        Optional<byte[]> assumptions,
        Optional<String> assumptionsName,
        List<String> without,
        Optional<String> referenceClass) {

    static final String SET = "--set ";
    static final String WITHOUT = "--without ";
    static final String REFERENCE_CLASS = "--reference-class ";

    public static final ScenarioOverrides NONE = new ScenarioOverrides(Map.of(), Optional.empty(), List.of());

    public ScenarioOverrides(Map<String, String> readings, Optional<byte[]> assumptions, List<String> without) {
        this(
                readings.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, set -> List.of(set.getValue()), (one, other) -> one, TreeMap::new)),
                assumptions,
                Optional.empty(),
                without,
                Optional.empty());
    }

    /** Whether a problem concerns a name or value given as an option, not the content of a file. */
    public static boolean isOption(String pointer) {
        return pointer.startsWith(SET) || pointer.startsWith(WITHOUT) || pointer.startsWith(REFERENCE_CLASS);
    }

    public boolean isEmpty() {
        return readings.isEmpty() && assumptions.isEmpty() && without.isEmpty() && referenceClass.isEmpty();
    }
}
