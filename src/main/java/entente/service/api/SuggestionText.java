package entente.service.api;

import entente.document.Suggestion;
import java.util.Collection;

/** The end of a sentence that asks what was meant. */
final class SuggestionText {

    private SuggestionText() {}

    /** Such as {@code . Did you mean likely?}, without the sign at its end; empty where nothing is close. */
    static String of(String word, Collection<String> known) {
        return Suggestion.closest(word, known)
                .map(close -> "; did you mean " + close + "?")
                .orElse("");
    }
}
