package entente.service.workshop.result;

import entente.model.Catalogue;
import entente.model.Percent;
import entente.report.wording.MeasureText;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.RoundSnapshot;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopMove;
import entente.service.workshop.board.Boards.Material;
import entente.service.workshop.board.WorkshopBoard.Findings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What the file to take home contains.
 *
 * @param moves of all groups, by group and in order
 */
public record TakeHome(Material material, Findings findings, List<WorkshopMove> moves) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    Catalogue catalogue() {
        return material.reader().snapshot().book().catalogue();
    }

    List<WorkshopMove> movesOf(WorkshopGroup group) {
        return moves.stream().filter(move -> move.member() == group.member()).toList();
    }

    /** The rounds that have ended, in order. */
    List<Integer> rounds() {
        return material.rounds().stream().map(RoundSnapshot::round).distinct().toList();
    }

    /** The likelihood of a group at the end of a round; empty if it had not joined. */
    Optional<Percent> atEnd(int round, WorkshopGroup group) {
        return material.rounds().stream()
                .filter(snapshot -> snapshot.round() == round && snapshot.member() == group.member())
                .findFirst()
                .map(snapshot -> snapshot.verdict()
                        .map(WorkshopGroup.Standing::likelihood)
                        .orElse(findings.baseline().likelihood()));
    }

    /** The short label of an indicator. */
    String label(String indicator) {
        return catalogue().find(indicator).map(known -> known.shortLabel()).orElse(indicator);
    }

    String labels(List<String> indicators) {
        return indicators.stream().map(this::label).collect(Collectors.joining(", "));
    }

    static String time(WorkshopMove move) {
        return TIME.format(move.at());
    }

    static String round(int round) {
        return round == 0 ? "before round 1" : "round " + round;
    }

    /** A value in the unit of its indicator. */
    String value(String indicator, OptionalDouble value) {
        return value.isPresent()
                ? new MeasureText(catalogue().indicator(indicator)).inTable(value.getAsDouble())
                : "unknown";
    }

    String changes(WorkshopMove move) {
        return move.changes().stream().map(this::change).collect(Collectors.joining("; "));
    }

    private String change(Change change) {
        return label(change.indicator()) + " "
                + change.value()
                        .map(value -> "to " + value(change.indicator(), value))
                        .orElse("back to the baseline");
    }
}
