package entente.service.assistant;

import entente.model.rule.RuleBookLocation;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where rules and indicators are defined, as {@code rules/file:line}: the name of the folder tells nothing of the machine. */
record RuleLocations(RuleBookLocations all) {

    private static final String FOLDER = "rules";

    /** Without locations if the folder holds a faulty edit. */
    static RuleLocations of(Path folder) {
        try {
            return new RuleLocations(RuleBooks.locations(folder));
        } catch (RuleBookException faulty) {
            return new RuleLocations(new RuleBookLocations(Map.of(), List.of()));
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
        return location.equals(RuleBookLocation.NONE) ? "" : location.within(FOLDER);
    }
}
