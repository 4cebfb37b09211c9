package entente.document;

import entente.model.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A position in a document or on the command line, at which problems are reported. */
public record Position(String pointer, SourceLocation location, ProblemCollector problems) {

    /** Longer lists of known names are not printed. */
    private static final int MAX_LISTED = 20;

    /** The JSON pointer of a member, as a URI fragment without percent-encoding for readability. */
    public static String below(String pointer, String name) {
        String step = Text.excerpt(name);
        boolean plain = step.indexOf('~') < 0 && step.indexOf('/') < 0;
        return pointer + "/" + (plain ? step : step.replace("~", "~0").replace("/", "~1"));
    }

    public void reject(String code, String detail) {
        reject(code, detail, List.of());
    }

    public void reject(String code, String detail, Collection<String> allowed) {
        reject(code, detail, allowed, Optional.empty());
    }

    public void reject(String code, String detail, Collection<String> allowed, Optional<String> suggestion) {
        reject(code, detail, allowed, new Problem.Known(suggestion));
    }

    /** The value if it is valid; otherwise empty, with a problem. */
    public <T> Optional<T> check(
            Optional<T> value, Predicate<? super T> valid, String code, String detail, String... allowed) {
        if (value.isPresent() && !valid.test(value.get())) {
            reject(code, detail, List.of(allowed));
            return Optional.empty();
        }
        return value;
    }

    /** Adds a problem with an unknown value and a lazily computed suggestion. */
    public void reject(String code, String detail, Collection<String> allowed, Supplier<Optional<String>> suggestion) {
        problems.add(
                location,
                () -> new Problem(
                        pointer,
                        code,
                        detail,
                        List.copyOf(allowed),
                        suggestion,
                        location.line(),
                        location.column(),
                        Optional.empty()));
    }

    /** Rejects a name that is not known, with the closest known one and, if they are few, all of them. */
    public void rejectUnknown(String code, String what, String name, Collection<String> known) {
        reject(
                code,
                "There is no " + what + " \"" + Text.excerpt(name) + "\".",
                known.size() <= MAX_LISTED ? known : List.of(),
                new Suggestion(name, known));
    }
}
