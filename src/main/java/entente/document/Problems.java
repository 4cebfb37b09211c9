package entente.document;

import entente.domain.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a document, so that its author hears of everything at once. */
public final class Problems {

    private final List<Problem> all = new ArrayList<>();

    public void add(String pointer, Place place, String code, String detail) {
        add(pointer, place, code, detail, List.of(), Optional.empty());
    }

    public void add(
            String pointer,
            Place place,
            String code,
            String detail,
            Collection<String> allowed,
            Optional<String> suggestion) {
        all.add(new Problem(pointer, code, detail, List.copyOf(allowed), suggestion, place.line(), place.column()));
    }

    public void addAll(Collection<Problem> problems) {
        all.addAll(problems);
    }

    public boolean none() {
        return all.isEmpty();
    }

    public int count() {
        return all.size();
    }

    public List<Problem> all() {
        return List.copyOf(all);
    }
}
