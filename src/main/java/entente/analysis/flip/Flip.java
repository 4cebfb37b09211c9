package entente.analysis.flip;

import entente.model.Band;
import entente.model.Percent;
import entente.model.assessment.ReadingMove;
import java.util.List;

/**
 * A smallest set of changed readings that reaches the target band.
 *
 * @param moves in catalogue order
 * @param alternatives other changes of the same readings that also reach it, with more effort
 */
public record Flip(List<ReadingMove> moves, Percent likelihood, List<Flip> alternatives) {

    public Band band() {
        return likelihood.band();
    }

    /** Total number of grade steps. */
    public int steps() {
        return moves.stream().mapToInt(ReadingMove::steps).sum();
    }
}
