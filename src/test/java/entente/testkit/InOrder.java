package entente.testkit;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that follow one another, with anything between them. */
public final class InOrder {

    private InOrder() {}

    /** For {@code containsPattern}; AssertJ's {@code containsSubsequence} takes seconds for a page of text. */
    public static Pattern of(String... parts) {
        return Pattern.compile(Stream.of(parts).map(Pattern::quote).collect(Collectors.joining(".*?")), Pattern.DOTALL);
    }
}
