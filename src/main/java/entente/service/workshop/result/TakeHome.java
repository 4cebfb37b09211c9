package entente.service.workshop.result;

import entente.model.Catalogue;
import entente.model.Percent;
import entente.report.wording.MeasureText;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopGroup.RoundSnapshot;
import entente.service.workshop.WorkshopMove;
import entente.service.workshop.board.Boards.Material;
import entente.service.workshop.board.WorkshopBoard.Findings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What the file to take home contains.
 *
 * @param started when the workshop was created
 * @param moves of all groups, by group and in order
 */
public record TakeHome(Material material, Findings findings, Instant started, List<WorkshopMove> moves) {

    /** A slider that is dragged sends its way: moves of one reading that follow each other faster than this are one. */
    private static final Duration DRAG = Duration.ofSeconds(10);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    Catalogue catalogue() {
        return material.reader().snapshot().book().catalogue();
    }

    List<WorkshopMove> movesOf(WorkshopGroup group) {
        return moves.stream().filter(move -> move.member() == group.member()).toList();
    }

    /** The moves of a group, with the value at which a slider was let go in place of its way there. */
    List<WorkshopMove> settled(WorkshopGroup group) {
        List<WorkshopMove> settled = new ArrayList<>();
        for (WorkshopMove move : movesOf(group)) {
            int last = settled.size() - 1;
            if (last >= 0 && continues(settled.get(last), move)) {
                settled.set(last, move);
            } else {
                settled.add(move);
            }
        }
        return settled;
    }

    private static boolean continues(WorkshopMove before, WorkshopMove move) {
        return before.round() == move.round()
                && move.at().isBefore(before.at().plus(DRAG))
                && before.changes().size() == 1
                && move.changes().size() == 1
                && before.changes()
                        .get(0)
                        .indicator()
                        .equals(move.changes().get(0).indicator());
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

    /** The same with what the value stands for, where the catalogue says so. */
    String words(String indicator, OptionalDouble value) {
        return value.isPresent()
                ? new MeasureText(catalogue().indicator(indicator)).explained(value.getAsDouble())
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
