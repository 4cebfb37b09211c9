package entente.report.briefing;

import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.ConfidenceNote;
import entente.report.briefing.Briefing.Method;
import entente.report.briefing.Briefing.Phrase;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.AssumptionText;
import entente.report.wording.CaveatText;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.DetailLevel;
import entente.report.wording.OutlookText;
import entente.report.wording.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the content of a briefing; the same basis gives the same content. */
public final class BriefingWriter {

    private static final int MOST_CHANGES = 3;
    private static final int MOST_UNKNOWN = 5;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** The word of likelihood and the figure at the end stand out in the bottom line. */
    private static final Pattern BOTTOM_LINE =
            Pattern.compile("(.* (?:is|has|lies in) )(.+?)( \\([^)]*\\): )([\\d.]+\\u00A0%\\.)");

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
        OutlookText outlook = new OutlookText(assessment, basis.scale(), true);
        boolean rated = assessment.confidence().known() > 0;
        return new Briefing(
                scenario.id(),
                basis.scale(),
                basis.edition(),
                scenario.asOf().map(BriefingWriter::date).orElse(""),
                scenario.title(),
                bottomLine(),
                standing(),
                confidence(),
                basis.previous().map(previous -> SinceText.of(previous, assessment)),
                rated ? new Judgements(assessment).list() : List.of(),
                PointsRows.figure(assessment),
                DepthText.of(assessment.balance()),
                rated ? outlook.path().replaceFirst("^Path: base", "Base") : "",
                rated ? outlook.changes(MOST_CHANGES) : List.of(),
                WatchTable.of(basis),
                basis.rival().map(contrast -> RivalText.of(contrast, basis)).orElse(List.of()),
                outlook.findOut(MOST_UNKNOWN).stream()
                        .map(text -> Wording.sentence(
                                Wording.capitalized(text.replaceFirst("\\bpp\\)$", "percentage points)"))))
                        .toList(),
                basis.keyAssumptions().stream()
                        .map(assumption -> KeyAssumptionText.row(assumption, assessment))
                        .toList(),
                AssumptionText.brief(assessment),
                caveats(),
                SourceList.of(assessment),
                method(),
                basis.withLedger() ? LedgerItems.of(assessment) : List.of());
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    private List<Phrase> bottomLine() {
        List<Phrase> phrases = new ArrayList<>();
        for (String sentence : AssessmentSentences.headline(assessment, basis.scale())) {
            String before = phrases.isEmpty() ? "" : " ";
            Matcher parts = BOTTOM_LINE.matcher(sentence);
            if (parts.matches()) {
                phrases.add(new Phrase(before + parts.group(1), false));
                phrases.add(new Phrase(parts.group(2), true));
                phrases.add(new Phrase(parts.group(3), false));
                phrases.add(new Phrase(parts.group(4), true));
            } else {
                phrases.add(new Phrase(before + sentence, false));
            }
        }
        return List.copyOf(phrases);
    }

    private List<String> standing() {
        List<String> sentences = new ArrayList<>(AssessmentSentences.relationship(assessment));
        AssessmentSentences.interval(assessment, basis.scale()).ifPresent(sentences::add);
        AssessmentSentences.edge(assessment, basis.scale()).ifPresent(sentences::add);
        return List.copyOf(sentences);
    }

    /** The level up to the colon, and the reasons after it. */
    private ConfidenceNote confidence() {
        String statement = ConfidenceStatement.brief(assessment);
        int colon = statement.indexOf(": ");
        return new ConfidenceNote(
                assessment.confidence().level(), statement.substring(0, colon + 1), statement.substring(colon + 2));
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>(CaveatText.slips(assessment));
        CaveatText.ranges(assessment).ifPresent(caveats::add);
        caveats.addAll(CaveatText.of(assessment, DetailLevel.FULL));
        return List.copyOf(caveats);
    }

    private Method method() {
        double base = assessment.outlook().path().basePercent();
        String other = assessment.outsideView().stream()
                .filter(view -> view.baseRatePercent() != base)
                .map(view -> Wording.figure(view.baseRatePercent()) + Wording.GLUE + "% the result is "
                        + Wording.percent(view.likelihood()))
                .collect(Collectors.joining(", with "));
        String text = Wording.plural(basis.rules(), "rule") + " encode "
                + basis.article().cited()
                + ", cited by section and paragraph. Points add up; ten points multiply the odds by ten. The base rate over "
                + Wording.plural(assessment.scenario().horizonYears(), "year") + " is " + Wording.figure(base)
                + Wording.GLUE + "%" + (other.isEmpty() ? "" : "; with " + other) + ". Words of likelihood follow "
                + (basis.scale() == LikelihoodScale.ICD203 ? "ICD 203" : "the PHIA yardstick")
                + ". The number is a rule-based judgement, not a calibrated frequency.";
        return new Method(
                Wording.capitalized(text),
                basis.command(),
                "rules " + assessment.provenance().rulesVersion() + " ("
                        + assessment.provenance().rulesSha256()
                        + "), scenario " + assessment.scenario().sha256() + ", Entente" + Wording.GLUE
                        + assessment.provenance().engine());
    }
}
