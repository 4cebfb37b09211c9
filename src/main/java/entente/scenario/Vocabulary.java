package entente.scenario;

import entente.domain.Catalogue;
import entente.domain.Group;
import entente.domain.RuleBook;
import java.util.List;
import java.util.Set;

/** The words that a scenario may use: indicators, groups, and what can be switched off. */
public record Vocabulary(Catalogue catalogue, Set<String> switches) {

    public static Vocabulary of(RuleBook book) {
        return new Vocabulary(book.catalogue(), book.switches());
    }

    List<String> groups() {
        return catalogue.groups().stream().map(Group::id).toList();
    }

    List<String> indicators() {
        return catalogue.indicators().stream().map(i -> i.id()).toList();
    }
}
