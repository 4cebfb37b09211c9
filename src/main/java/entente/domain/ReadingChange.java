package entente.domain;

/**
 * One indicator as two scenarios read it.
 *
 * @param beforeGrade under the cut points of the first scenario
 * @param afterGrade under those of the second
 */
public record ReadingChange(String indicator, Reading before, Grade beforeGrade, Reading after, Grade afterGrade) {

    /** Whether value, range or footing differ; a new source or date for the same value makes no difference. */
    public boolean differs() {
        return !before.span().equals(after.span()) || before.status() != after.status();
    }

    /** Whether the value itself differs, on which the likelihood rests. */
    public boolean moves() {
        return !before.span().map(Span::value).equals(after.span().map(Span::value));
    }
}
