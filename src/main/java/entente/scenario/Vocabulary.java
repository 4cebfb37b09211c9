package entente.scenario;

import entente.document.Position;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Indicator;
import entente.model.rule.RuleBook;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The names that a scenario can refer to.
 *
 * @param switchableIds ids of the rules and groups that can be switched off
 * @param groups ids of the groups
 * @param indicators ids of the indicators
 */
public record Vocabulary(Catalogue catalogue, Set<String> switchableIds, List<String> groups, List<String> indicators) {

    /** From so many unknown indicators on, a scenario can be one of another rule book. */
    private static final int MANY_UNKNOWN = 3;

    public Vocabulary(Catalogue catalogue, Set<String> switchableIds) {
        this(
                catalogue,
                switchableIds,
                catalogue.groups().stream().map(Group::id).toList(),
                catalogue.indicators().stream().map(Indicator::id).toList());
    }

    public static Vocabulary of(RuleBook book) {
        return new Vocabulary(book.catalogue(), book.switchableIds());
    }

    /** Ids of the groups that a word in the plural names: {@code barriers} or {@code drivers}; empty for another word. */
    List<String> groupsOfKind(String word) {
        return catalogue.groups().stream()
                .filter(group -> (group.kind() == GroupKind.BARRIER && word.equals("barriers"))
                        || (group.kind() == GroupKind.DRIVER && word.equals("drivers")))
                .map(Group::id)
                .toList();
    }

    /** Whether a percentage can be a reading of this indicator; also of an unknown one, which is refused for that. */
    boolean takesPercentage(String indicator) {
        return catalogue.find(indicator).map(Indicator::percent).orElse(true);
    }

    /** Adds a problem where most indicators are unknown, as in a scenario of another rule book, and whether it did. */
    boolean rejectOtherBook(Collection<String> ids, Position at) {
        long unknown = ids.stream().filter(id -> catalogue.find(id).isEmpty()).count();
        boolean other = unknown >= MANY_UNKNOWN && 2 * unknown > ids.size();
        if (other) {
            at.reject(
                    "OTHER_RULE_BOOK",
                    "The rule book, on " + catalogue.subject().pair() + ", does not know " + unknown + " of the "
                            + ids.size() + " indicators: the scenario is probably for another one.");
        }
        return other;
    }

    /** Without a suggestion: a similar id of this rule book is not what a scenario of another one means. */
    void rejectForeignIndicator(String id, Position at) {
        at.rejectUnknown("UNKNOWN_INDICATOR", "indicator", id, indicators, List.of());
    }

    public void rejectIndicator(String id, Position at) {
        at.rejectUnknown("UNKNOWN_INDICATOR", "indicator", id, indicators, catalogue.idsLike(id));
    }
}
