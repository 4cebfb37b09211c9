package entente.service.api;

import entente.document.Suggestion;
import java.util.Collection;

/** The suggestion at the end of a message. */
final class SuggestionText {

    private SuggestionText() {}

    /** Such as {@code ; did you mean likely?}; empty if no value is similar. */
    static String of(String word, Collection<String> known) {
        return Suggestion.closest(word, known)
                .map(close -> "; did you mean " + close + "?")
                .orElse("");
    }
}
