package entente.report.briefing;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.ConfidenceNote;
import entente.report.briefing.Briefing.Judgement;
import entente.report.wording.CaveatText;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.DetailLevel;
import entente.report.wording.ProseRules;
import entente.report.wording.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes the content of a briefing; the same basis gives the same content. */
public final class BriefingWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final BriefingBasis basis;
    private final Assessment assessment;

    private BriefingWriter(BriefingBasis basis) {
        this.basis = basis;
        this.assessment = basis.assessment();
    }

    /** @throws StyleViolationException if a sentence breaks {@link ProseRules}, naming each */
    public static Briefing write(BriefingBasis basis) {
        Briefing briefing = new BriefingWriter(basis).briefing();
        BriefingCheck.check(briefing);
        return briefing;
    }

    private Briefing briefing() {
        Scenario scenario = assessment.scenario();
        Figures figures = new Figures(basis.scale());
        LeadText lead = new LeadText(basis);
        boolean rated = assessment.confidence().known() > 0;
        return new Briefing(
                scenario.id(),
                basis.scale(),
                basis.edition(),
                scenario.asOf().map(BriefingWriter::date).orElse(""),
                scenario.title(),
                scenario.base().map(Scenario::title),
                Supposition.of(scenario),
                new Headline(assessment, basis.scale()).phrases(),
                rated ? lead.drivers() : "",
                lead.sentences(),
                confidence(),
                basis.previous().map(previous -> SinceText.of(previous, assessment, figures)),
                rated ? judgements(figures) : List.of(),
                PointsRows.figure(assessment, figures),
                rated ? PathText.of(assessment, figures) : "",
                WatchTable.of(basis),
                basis.rival().map(RivalText::apart).orElse(List.of()),
                UnknownText.of(assessment),
                basis.keyAssumptions().stream()
                        .map(assumption -> KeyAssumptionText.row(assumption, assessment))
                        .toList(),
                Supposition.list(assessment),
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

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** The level up to the colon, and the reasons after it. */
    private ConfidenceNote confidence() {
        String statement = ConfidenceStatement.brief(assessment);
        int colon = statement.indexOf(": ");
        return new ConfidenceNote(
                assessment.confidence().level(), statement.substring(0, colon + 1), statement.substring(colon + 2));
    }

    /** A briefing calls an indicator by one label. */
    private String shortLabelled(String sentence) {
        return assessment.catalogue().indicators().stream()
                .filter(indicator -> sentence.startsWith(Wording.label(indicator) + ":"))
                .findFirst()
                .map(indicator -> indicator.shortLabel()
                        + sentence.substring(Wording.label(indicator).length()))
                .orElse(sentence);
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        CaveatText.ranges(assessment).ifPresent(caveats::add);
        CaveatText.of(assessment, DetailLevel.SUMMARY).stream()
                .map(sentence -> sentence.replaceFirst(": --explain full\\.$", "."))
                .map(this::shortLabelled)
                .forEach(caveats::add);
        SourceDates.note(assessment).ifPresent(caveats::add);
        return List.copyOf(caveats);
    }
}
