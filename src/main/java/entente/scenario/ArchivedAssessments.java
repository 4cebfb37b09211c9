package entente.scenario;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Recognizes an archived assessment, which contains a scenario and is none. */
final class ArchivedAssessments {

    private static final Set<String> MEMBERS = Set.of("scenario", "verdict", "ledger");

    private ArchivedAssessments() {}

    static boolean contain(byte[] bytes) {
        // Most files are scenarios, and are parsed only once.
        return new String(bytes, StandardCharsets.UTF_8).contains("\"verdict\"")
                && Documents.json(bytes, DocumentLimits.ASSESSMENT).root().orElse(null) instanceof Node.ObjectNode root
                && root.members().keySet().containsAll(MEMBERS);
    }

    static boolean contain(Fields fields) {
        return MEMBERS.stream().allMatch(fields::has);
    }
}
