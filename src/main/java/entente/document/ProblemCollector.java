package entente.document;

import entente.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Collects the problems of a document so that all can be reported at once. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class ProblemCollector {

    private final boolean bounded;
    private final List<Problem> all = new ArrayList<>();
    private final TreeSet<Problem> first = new TreeSet<>(ProblemCollector::byLocation);
    private int count;
    private int repeated;

    /** Keeps every problem in the order of detection. */
    public ProblemCollector() {
        this(false);
    }

    /**
     * Keeps the first {@link Problem#MAX_REPORTED} problems in the order of the document, each once, and counts the
     * others: effort and memory are bounded by the number of problems that are reported.
     */
    public static ProblemCollector bounded() {
        return new ProblemCollector(true);
    }

    /** The order of the document. */
    public static int byLocation(Problem one, Problem other) {
        return Order.BY_LOCATION.compare(one, other);
    }

    /** Loaded with the first problem: a cold start without any is faster. */
    private static final class Order {

        static final Comparator<Problem> BY_LOCATION = Comparator.comparingInt(Problem::line)
                .thenComparingInt(Problem::column)
                .thenComparing(Problem::pointer)
                .thenComparing(Problem::code)
                .thenComparing(Problem::detail);
    }

    /** Adds a problem that is only created if it can be reported. */
    public void add(SourceLocation location, Supplier<Problem> problem) {
        count++;
        if (!bounded) {
            all.add(problem.get());
        } else if (first.size() < Problem.MAX_REPORTED || !after(location, first.last())) {
            if (!first.add(problem.get())) {
                repeated++;
            } else if (first.size() > Problem.MAX_REPORTED) {
                first.pollLast();
            }
        }
    }

    private static boolean after(SourceLocation location, Problem last) {
        return location.line() > last.line() || (location.line() == last.line() && location.column() > last.column());
    }

    public void addAll(Collection<Problem> problems) {
        addAll(problems, UnaryOperator.identity());
    }

    /**
     * Adds the problems of a part of the document.
     *
     * @param pointer maps a pointer within the part to a pointer of the document
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

    /** All problems; those that were only counted are {@link Problem#UNREPORTED}. */
    public List<Problem> all() {
        if (!bounded) {
            return List.copyOf(all);
        }
        List<Problem> found = new ArrayList<>(first);
        found.addAll(Collections.nCopies(count - repeated - first.size(), Problem.UNREPORTED));
        return List.copyOf(found);
    }
}
