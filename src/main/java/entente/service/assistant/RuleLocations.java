package entente.service.assistant;

import entente.model.rule.RuleBookLocation;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import java.util.List;
import java.util.Map;

/**
 * Where rules and indicators are defined, as {@code rules/file:line}.
 *
 * @param folder as answers name it
 */
record RuleLocations(RuleBookLocations all, String folder) {

    /** Without locations if the folder holds a faulty edit. */
    static RuleLocations of(ServedFolders folders) {
        try {
            return new RuleLocations(RuleBooks.locations(folders.rules()), folders.rulesName());
        } catch (RuleBookException faulty) {
            return new RuleLocations(new RuleBookLocations(Map.of(), List.of()), "");
        }
    }

    /** Empty if it is not known. */
    String rule(String id) {
        return place("rule", id);
    }

    /** Empty if it is not known. */
    String indicator(String id) {
        return place("indicator", id);
    }

    private String place(String kind, String id) {
        RuleBookLocation location = all.at(kind, id);
        return location.equals(RuleBookLocation.NONE) ? "" : location.within(folder);
    }
}
