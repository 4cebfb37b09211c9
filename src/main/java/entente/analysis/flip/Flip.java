package entente.analysis.flip;

import entente.model.Band;
import entente.model.Percent;
import entente.scoring.ReadingMove;
import java.util.List;

/**
 * A smallest set of moves that brings the band.
 *
 * @param moves in the order of the catalogue
 * @param others further moves of the same readings that do it too, with more effort
 */
public record Flip(List<ReadingMove> moves, Percent likelihood, List<Flip> alternatives) {

    public Band band() {
        return likelihood.band();
    }

    /** Grades moved in all. */
    public int steps() {
        return moves.stream().mapToInt(ReadingMove::steps).sum();
    }
}
