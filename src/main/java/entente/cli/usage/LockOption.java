package entente.cli.usage;

import entente.document.Text;
import entente.model.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Readings that an answer must leave alone. */
public final class LockOption {

    @Option(
            names = "--lock",
            paramLabel = "ID",
            split = ",",
            description = "Indicators or groups that must not change, or have no condition. Repeatable.")
    private List<String> lock = new ArrayList<>();

    /** @throws entente.cli.io.CliException if the catalogue has no such indicator or group */
    public Set<String> locked(Catalogue catalogue) {
        Set<String> locked = new TreeSet<>();
        for (String id : lock) {
            List<String> named = catalogue.indicatorIds(id);
            if (named.isEmpty()) {
                throw UsageMessages.unknownIndicator(
                        "indicator or group " + Text.printable(id) + " to lock", id, catalogue.idsOrGroupsLike(id));
            }
            locked.addAll(named);
        }
        return locked;
    }
}
