package entente.rules;

import entente.domain.BookPlace;
import entente.domain.CeilingKind;
import entente.domain.LintPermission;
import entente.domain.Question;
import entente.domain.Relationship;
import entente.domain.Strength;
import java.util.List;
import java.util.Map;

/**
 * Where in its files each part of a book stands, for whoever speaks of a part by its id. A compiled book knows no
 * lines, so they are read from the files each time.
 *
 * @param permissions what the comments of the book allow the linter to find
 */
public record BookPlaces(Map<String, BookPlace> places, List<LintPermission> permissions) {

    /** Where the rule begins. */
    public BookPlace rule(String id) {
        return at("rule", id);
    }

    /** Where the nth condition of a rule stands, from 0. */
    public BookPlace condition(String rule, int n) {
        return at("rule", rule, n);
    }

    public BookPlace indicator(String id) {
        return at("indicator", id);
    }

    /** Where the nth cut point of an indicator stands, from 0; its anchor, where anchors are the grades. */
    public BookPlace cut(String indicator, int n) {
        return at("indicator", indicator, "cut", n);
    }

    public BookPlace anchor(String indicator, int value) {
        return at("indicator", indicator, "anchor", value);
    }

    public BookPlace group(String id) {
        return at("group", id);
    }

    /** Where an item of the inventory stands. */
    public BookPlace item(String id) {
        return at("item", id);
    }

    public BookPlace weight(Question question, Strength strength) {
        return at("weight", question, strength);
    }

    public BookPlace ceiling(CeilingKind kind) {
        return at("ceiling", kind);
    }

    public BookPlace floor(Relationship state) {
        return at("floor", state);
    }

    /** Whether it stands in the catalogue of the book above, which this book shares and that one answers for. */
    public boolean ofAnotherBook(BookPlace place) {
        return place.file().startsWith(RulesFolder.ABOVE);
    }

    private BookPlace at(Object... words) {
        return places.getOrDefault(key(words), BookPlace.NOWHERE);
    }

    static String key(Object... words) {
        StringBuilder key = new StringBuilder();
        for (Object word : words) {
            key.append(word).append('/');
        }
        return key.toString();
    }
}
