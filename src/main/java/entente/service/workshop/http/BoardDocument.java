package entente.service.workshop.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import entente.report.json.ScenarioVerdict.Figure;
import entente.report.wording.Wording;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.board.CaseVerdict;
import entente.service.workshop.board.WorkshopBoard;
import entente.service.workshop.board.WorkshopBoard.Agreement;
import entente.service.workshop.board.WorkshopBoard.Findings;
import entente.service.workshop.board.WorkshopBoard.Gap;
import entente.service.workshop.board.WorkshopBoard.Middle;
import entente.service.workshop.board.WorkshopBoard.OpenQuestion;
import entente.service.workshop.board.WorkshopBoard.Row;
import entente.service.workshop.board.WorkshopBoard.Spread;
import entente.service.workshop.http.WorkshopDocuments.CountedGroup;
import java.util.List;
import java.util.Optional;

/** The JSON of a board. */
record BoardDocument(
        @JsonUnwrapped WorkshopState state,
        List<CountedGroup> groups,
        @Described("After the reveal.") Optional<BoardFindings> findings) {

    static final ResultDocument<WorkshopBoard> DOCUMENT = new ResultDocument<>(
            "workshop-board",
            "board of a workshop",
            "Where the groups stand: before the reveal only how many moves each has made.",
            RecordType.of(BoardDocument.class, BoardDocument::of));

    private static BoardDocument of(WorkshopBoard board) {
        return new BoardDocument(
                board.state(),
                board.groups().stream().map(CountedGroup::of).toList(),
                board.findings().map(BoardFindings::of));
    }

    record BoardFindings(
            GroupVerdict baseline,
            @Described("In the order of joining.") List<BoardRow> groups,
            @Described("Absent without groups.") Optional<Middle> middle,

            @Described("Readings that a group has moved, those on which they are furthest apart first.")
            List<Spread> spread,

            @Described("Between each two groups, widest first.")
            List<Gap> gaps,

            Agreement agreement,
            @Described("Unrated indicators that matter.") List<OpenQuestion> openQuestions) {

        private static BoardFindings of(Findings findings) {
            return new BoardFindings(
                    GroupVerdict.of(findings.baseline()),
                    findings.rows().stream().map(BoardRow::of).toList(),
                    findings.middle(),
                    findings.spread(),
                    findings.gaps(),
                    findings.agreement(),
                    findings.openQuestions());
        }
    }

    record GroupVerdict(
            @JsonUnwrapped Figure figure,
            @Described("Likelihood of an alliance.") Percent percent,
            Band band,
            @JsonUnwrapped Interval interval,

            @Described("Absent where too little is rated to name one.")
            Optional<Relationship> relationship) {

        private static GroupVerdict of(CaseVerdict verdict) {
            return new GroupVerdict(
                    Figure.of(verdict.brief()),
                    verdict.likelihood(),
                    verdict.likelihood().band(),
                    verdict.interval(),
                    verdict.relationship());
        }
    }

    record BoardRow(
            @JsonUnwrapped CountedGroup group,
            @JsonUnwrapped GroupVerdict verdict,

            @Described(value = "Indicators whose readings differ from the baseline.", kind = Kind.ID)
            List<String> moved,

            @Described("At the end of the previous round.") Optional<Percent> previousPercent,

            @Described("The short form of the verdict then.")
            Optional<String> previousFigure) {

        private static BoardRow of(Row row) {
            return new BoardRow(
                    CountedGroup.of(row.group()),
                    GroupVerdict.of(row.verdict()),
                    List.copyOf(row.verdict().readings().values().keySet()),
                    row.previous().map(CaseVerdict::likelihood),
                    row.previous().map(verdict -> Wording.plain(verdict.brief().figure())));
        }
    }
}
