package entente.report.briefing;

import entente.analysis.exploration.ExplorationResult;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.ConfidenceNote;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.Probabilities;
import entente.report.briefing.Briefing.TermProbability;
import entente.report.wording.CaveatText;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.DateText;
import entente.report.wording.ExplorationSentences;
import entente.report.wording.Figures;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import java.util.List;
import java.util.stream.Stream;

/** Writes the content of a briefing; the same basis gives the same content. */
public final class BriefingWriter {

    private final BriefingBasis basis;
    private final Assessment assessment;

    private BriefingWriter(BriefingBasis basis) {
        this.basis = basis;
        this.assessment = basis.assessment();
    }

    public static Briefing write(BriefingBasis basis) {
        return new BriefingWriter(basis).briefing();
    }

    private Briefing briefing() {
        Scenario scenario = assessment.scenario();
        Figures figures = new Figures(basis.scale());
        LeadText lead = new LeadText(basis);
        SinceText since = new SinceText(basis);
        boolean rated = assessment.confidence().known() > 0;
        return new Briefing(
                scenario.id(),
                basis.scale(),
                basis.edition(),
                scenario.asOf().map(DateText::of).orElse(""),
                scenario.title(),
                scenario.base().map(Scenario::title),
                Supposition.of(scenario),
                SuppositionText.sentence(assessment).orElse(""),
                since.change(),
                new VerdictSentences(assessment, basis.scale()).statement(),
                rated ? lead.drivers() : "",
                lead.sentences(),
                confidence(),
                since.since(),
                rated ? judgements(figures) : List.of(),
                PointsRows.figure(assessment, figures),
                rated ? PathText.of(assessment, figures) : "",
                WatchTable.of(basis),
                basis.rival()
                        .map(contrast -> RivalText.apart(contrast, assessment))
                        .orElse(List.of()),
                UnknownText.of(assessment),
                basis.exploration().map(this::probabilities),
                basis.keyAssumptions().stream()
                        .map(assumption -> KeyAssumptionText.row(assumption, assessment))
                        .toList(),
                Supposition.list(assessment, basis.withLedger()),
                caveats(),
                SourceList.of(assessment),
                MethodText.of(basis),
                basis.withLedger() ? LedgerItems.of(assessment) : List.of());
    }

    /** What a supposition changes comes first. */
    private List<Judgement> judgements(Figures figures) {
        return Stream.concat(
                        basis.change().map(change -> ChangeText.judgement(change, figures)).stream(),
                        new Judgements(assessment, figures).list().stream())
                .toList();
    }

    /** The level up to the colon, and the reasons after it. */
    private ConfidenceNote confidence() {
        String statement = ConfidenceStatement.of(assessment);
        int colon = statement.indexOf(": ");
        return new ConfidenceNote(
                assessment.confidence().level(), statement.substring(0, colon + 1), statement.substring(colon + 2));
    }

    private Probabilities probabilities(ExplorationResult exploration) {
        ExplorationSentences sentences = new ExplorationSentences(exploration);
        return new Probabilities(
                exploration.verdict().meanPercent(),
                sentences.terms(basis.scale()).entrySet().stream()
                        .map(term -> new TermProbability(term.getKey(), term.getValue()))
                        .toList(),
                sentences.inShort(basis.scale()));
    }

    private List<String> caveats() {
        return Stream.of(
                        assessment.scenario().asOf().stream()
                                .flatMap(date -> assessment.catalogue().subject().notesAt(date).stream()),
                        CaveatText.inDocuments(assessment).stream(),
                        SourceDates.note(assessment).stream())
                .flatMap(sentences -> sentences)
                .toList();
    }
}
