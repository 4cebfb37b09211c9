package entente.scenario;

import entente.document.Fields;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A list of indicators and groups in the body of a request. */
public final class IndicatorSelection {

    private IndicatorSelection() {}

    /** The ids of the indicators that a member names, each or by their group; unknown names are problems. */
    public static Set<String> read(Fields fields, String name, Catalogue catalogue) {
        Set<String> selected = new TreeSet<>();
        fields.texts(name, (id, at) -> {
            List<String> named = catalogue.indicatorIds(id);
            if (named.isEmpty()) {
                at.reject(
                        "UNKNOWN_INDICATOR",
                        "There is no indicator or group \"" + Text.excerpt(id) + "\".",
                        List.of(),
                        new Suggestion(id, catalogue.idsOrGroupsLike(id)));
            }
            selected.addAll(named);
        });
        return selected;
    }
}
