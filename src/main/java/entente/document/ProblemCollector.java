package entente.document;

import entente.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Collects what is wrong with a document, so that its author hears of everything at once. */
public final class ProblemCollector {

    private static final Comparator<Problem> BY_LOCATION = Comparator.comparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::pointer)
            .thenComparing(Problem::code)
            .thenComparing(Problem::detail);

    private final boolean bounded;
    private final List<Problem> all = new ArrayList<>();
    private final TreeSet<Problem> first = new TreeSet<>(BY_LOCATION);
    private int count;
    private int repeated;

    /** Keeps every problem, in the order in which they are found. */
    public ProblemCollector() {
        this(false);
    }

    private ProblemCollector(boolean bounded) {
        this.bounded = bounded;
    }

    /**
     * Keeps the first {@link Problem#MAX_REPORTED} problems in the order of the document, each once, and counts the others:
     * however many faults an input has, the work and the memory are those of the problems that are reported.
     */
    public static ProblemCollector bounded() {
        return new ProblemCollector(true);
    }

    public void add(String pointer, SourceLocation place, String code, String detail) {
        add(pointer, place, code, detail, List.of(), Optional.empty());
    }

    public void add(
            String pointer,
            SourceLocation place,
            String code,
            String detail,
            Collection<String> allowed,
            Optional<String> suggestion) {
        add(
                place,
                () -> new Problem(
                        pointer, code, detail, List.copyOf(allowed), suggestion, place.line(), place.column()));
    }

    /** Adds a problem with a word that is none of those that are known. */
    public void add(
            String pointer,
            SourceLocation place,
            String code,
            String detail,
            Collection<String> allowed,
            Suggestion suggestion) {
        add(
                place,
                () -> new Problem(
                        pointer, code, detail, List.copyOf(allowed), suggestion, place.line(), place.column()));
    }

    /**
     * Adds a problem that is only built if it can be reported.
     *
     * @param place where the problem is said to be
     */
    public void add(SourceLocation place, Supplier<Problem> problem) {
        count++;
        if (!bounded) {
            all.add(problem.get());
        } else if (first.size() < Problem.MAX_REPORTED || !after(place, first.last())) {
            if (!first.add(problem.get())) {
                repeated++;
            } else if (first.size() > Problem.MAX_REPORTED) {
                first.pollLast();
            }
        }
    }

    private static boolean after(SourceLocation place, Problem last) {
        return place.line() > last.line() || (place.line() == last.line() && place.column() > last.column());
    }

    public void addAll(Collection<Problem> problems) {
        addAll(problems, UnaryOperator.identity());
    }

    /**
     * Adds the problems of a part of the document.
     *
     * @param pointer turns a pointer within the part into one of the document
     */
    public void addAll(Collection<Problem> problems, UnaryOperator<String> pointer) {
        for (Problem problem : problems) {
            if (bounded && problem.equals(Problem.UNREPORTED)) {
                count++;
            } else {
                add(
                        new SourceLocation(problem.line(), problem.column()),
                        () -> problem.withPointer(pointer.apply(problem.pointer())));
            }
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public int count() {
        return count;
    }

    /** As many as were found; those that were only counted are {@link Problem#UNREPORTED}. */
    public List<Problem> all() {
        if (!bounded) {
            return List.copyOf(all);
        }
        List<Problem> found = new ArrayList<>(first);
        found.addAll(Collections.nCopies(count - repeated - first.size(), Problem.UNREPORTED));
        return List.copyOf(found);
    }
}
