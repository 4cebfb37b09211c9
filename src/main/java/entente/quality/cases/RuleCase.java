package entente.quality.cases;

import java.util.List;

/**
 * A worked case: situations, and what must follow in each. Read once, it can be run on any book with the same
 * indicators.
 *
 * @param id name of the file, without its ending; where a file holds many cases, the rule of this one behind a slash
 * @param sentence what the case shows
 */
public record RuleCase(String id, String sentence, List<Situation> situations) {

    /** Name of the file, without its ending. */
    public String file() {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }
}
