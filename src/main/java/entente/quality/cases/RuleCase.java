package entente.quality.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case: situations with expectations. It can be run on any rule book with the same indicators.
 *
 * @param id file name without extension; in a file with a list of cases, followed by a slash and the entry
 * @param sentence what the case shows
 */
public record RuleCase(String id, String sentence, List<Situation> situations) {

    /** The rules of which it expects something. */
    public Set<String> rules() {
        return situations.stream()
                .flatMap(situation -> situation.expectations().stream())
                .flatMap(expectation -> expectation.rule().stream())
                .collect(Collectors.toSet());
    }

    /** File name without extension. */
    public String file() {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }
}
