package entente.service.workshop.board;

import entente.service.problem.ProblemException;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.RoundSnapshot;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.board.WorkshopBoard.Row;
import entente.service.workshop.store.GroupTable;
import entente.service.workshop.store.WorkshopTable;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Computes boards and remembers the last ones: a board by the revision of its workshop, and the verdict on a case by its
 * readings, since a move changes one case only.
 */
@Component
@RequiredArgsConstructor
public final class Boards {

    private final WorkshopTable workshops;
    private final GroupTable groups;

    private final LeastRecent<List<String>, CaseReader> readers = new LeastRecent<>(32);
    private final LeastRecent<List<Object>, CaseVerdict> verdicts = new LeastRecent<>(512);
    private final LeastRecent<List<Object>, WorkshopBoard> boards = new LeastRecent<>(32);

    /** What a board is computed from, as it is read from the archive. */
    public record Material(
            WorkshopState state, List<WorkshopGroup> groups, List<RoundSnapshot> rounds, CaseReader reader) {}

    /** Reads the archive, in one order: what is newer than the revision of the state is found with the next. */
    public Material material(WorkshopCode code, RuleBookSnapshot snapshot) {
        WorkshopState state = workshops.find(code).orElseThrow();
        return new Material(state, groups.list(code), groups.rounds(code), reader(code, snapshot));
    }

    /**
     * The maker of scenarios for a workshop.
     *
     * @throws ProblemException CONFLICT if the baseline is not valid under the rule book any more
     */
    public CaseReader reader(WorkshopCode code, RuleBookSnapshot snapshot) {
        return readers.get(
                List.of(code.text(), snapshot.book().key()),
                () -> new CaseReader(snapshot, workshops.baseline(code).orElseThrow()));
    }

    /** The board for all participants: without findings before the reveal. */
    public WorkshopBoard board(Material material) {
        return material.state().revealed()
                ? full(material)
                : new WorkshopBoard(material.state(), material.groups(), Optional.empty());
    }

    /** The board with its findings, revealed or not. */
    public WorkshopBoard full(Material material) {
        WorkshopState state = material.state();
        int moves = material.groups().stream().mapToInt(WorkshopGroup::moves).sum();
        return boards.get(
                List.of(
                        state.code().text(),
                        state.revision(),
                        moves,
                        material.reader().snapshot().book().key()),
                () -> compute(material));
    }

    private WorkshopBoard compute(Material material) {
        CaseReader reader = material.reader();
        WorkshopState state = material.state();
        CaseVerdict baseline = verdict(state.code(), reader, GroupReadings.BASELINE);
        List<Row> rows = material.groups().stream()
                .map(group ->
                        new Row(group, verdict(state.code(), reader, group.readings()), previous(material, group)))
                .toList();
        BoardFindings findings = new BoardFindings(
                reader.baseline(), reader.snapshot().book().catalogue().indicators(), baseline, rows);
        return new WorkshopBoard(state, material.groups(), Optional.of(findings.findings()));
    }

    private CaseVerdict verdict(WorkshopCode code, CaseReader reader, GroupReadings readings) {
        return verdicts.get(
                List.of(code.text(), reader.snapshot().book().key(), readings.text()),
                () -> CaseVerdict.of(reader, readings));
    }

    /** At the end of the round before this one. */
    private Optional<CaseVerdict> previous(Material material, WorkshopGroup group) {
        int before = material.state().round() - 1;
        return material.rounds().stream()
                .filter(snapshot -> snapshot.round() == before && snapshot.member() == group.member())
                .findFirst()
                .map(snapshot -> verdict(material.state().code(), material.reader(), snapshot.readings()));
    }
}
