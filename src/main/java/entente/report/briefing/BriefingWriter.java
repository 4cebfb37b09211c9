package entente.report.briefing;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.track.Edition;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.ReferenceClassVerdict;
import entente.model.assessment.Verdict;
import entente.model.rule.Inventory.ArticleReference;
import entente.model.rule.Inventory.KeyAssumption;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.AssumptionRow.Support;
import entente.report.briefing.Briefing.ConfidenceNote;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.Method;
import entente.report.briefing.Briefing.Probabilities;
import entente.report.briefing.Briefing.Source;
import entente.report.briefing.Briefing.TermProbability;
import entente.report.wording.BalanceText;
import entente.report.wording.BalanceText.GroupFactors;
import entente.report.wording.CaveatText;
import entente.report.wording.ExplorationSentences;
import entente.report.wording.Figures;
import entente.report.wording.MeasureText;
import entente.report.wording.MeasureText.OpenReading;
import entente.report.wording.OutlookText;
import entente.report.wording.RuleText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the content of a briefing; the same basis gives the same content. */
public final class BriefingWriter {

    private static final int MOST_UNKNOWN = 5;

    /** Ids that scenarios give to what their authors judged or assumed. */
    private static final Set<String> OWN = Set.of("judgement", "assumption");

    /** Digits of a digest on a page. */
    private static final int SHORT = 12;

    /** A year in the text of a source, except one until which it says that something lasts. */
    private static final Pattern YEAR = Pattern.compile("(?<!\\bto (?:\\p{Alpha}{1,9} )?)\\b(19|20)\\d\\d\\b");

    private static final String EXAMPLE = "§1" + Wording.GLUE + "¶1";

    private final Basis basis;
    private final Assessment assessment;
    private final Scenario scenario;
    private final Verdict verdict;
    private final VerdictSentences stated;
    private final Figures figures;
    private final Judgements judgements;

    private BriefingWriter(Basis basis) {
        this.basis = basis;
        this.assessment = basis.assessment();
        this.scenario = assessment.scenario();
        this.verdict = assessment.verdict();
        this.stated = basis.stated();
        this.figures = stated.figures();
        this.judgements = new Judgements(assessment, figures);
    }

    /**
     * What a briefing is written from.
     *
     * @param sensitivity what each reading alone does
     * @param last the edition before as it was archived; empty for the first
     * @param previous the same under the present rules; empty where its scenario does not fit them
     * @param change from the scenario that this one changes; empty for none
     * @param rival the scenario under a rival rule book
     * @param exploration the probability of each verdict, where the scenario gives a distribution; empty otherwise
     * @param keyAssumptions those on which the argument of the article rests
     * @param rules those of the book
     * @param command reproduces the assessment
     */
    public record Basis(
            SensitivityResult sensitivity,
            Optional<Previous> previous,
            Optional<Edition> last,
            Optional<ScenarioContrast> change,
            Optional<Assessment> rival,
            Optional<ExplorationResult> exploration,
            List<KeyAssumption> keyAssumptions,
            ArticleReference article,
            List<Rule> rules,
            LikelihoodScale scale,
            String command) {

        public Assessment assessment() {
            return sensitivity.current();
        }

        VerdictSentences stated() {
            return new VerdictSentences(assessment(), scale);
        }

        /** Whether the previous edition states the same figure. */
        static boolean isRestated(Edition last, VerdictSentences now) {
            return last.statement().figure().equals(Wording.plain(now.figure()));
        }

        public int edition() {
            return last.map(before -> before.id().number()).orElse(0) + 1;
        }
    }

    /**
     * The edition before.
     *
     * @param contrast from its assessment to the present one, both under the present rule book
     * @param sensitivity what each reading alone did then
     */
    public record Previous(ScenarioContrast contrast, SensitivityResult sensitivity) {}

    public static Briefing write(Basis basis) {
        return new BriefingWriter(basis).briefing();
    }

    private Briefing briefing() {
        ChangeText.SinceText since = new ChangeText.SinceText(basis);
        boolean rated = stated.isRated();
        return new Briefing(
                scenario.id(),
                basis.scale(),
                basis.edition(),
                scenario.asOf().map(Wording::date).orElse(""),
                scenario.title(),
                scenario.base().map(Scenario::title),
                SuppositionText.isSupposition(scenario),
                SuppositionText.sentence(assessment).orElse(""),
                since.change(),
                stated.statement(),
                rated ? factors() : "",
                standing(),
                new ConfidenceNote(
                        assessment.confidence().level(),
                        VerdictSentences.confidenceLevel(assessment),
                        VerdictSentences.confidenceReasons(assessment)),
                since.since(),
                rated ? keyJudgements() : List.of(),
                judgements.figure(),
                rated ? new OutlookText(stated, true).path() : "",
                WatchTable.of(basis),
                notKnown(),
                basis.exploration().map(this::probabilities),
                basis.keyAssumptions().stream().map(this::support).toList(),
                SuppositionText.narrative(scenario),
                caveats(),
                sources(),
                method(basis));
    }

    /** The largest factor for, and the largest against; nothing where none is worth naming. */
    private String factors() {
        List<String> drivers = largest(1);
        List<String> barriers = largest(-1);
        String back = stated.isPast() ? "held it back" : barriers.size() > 1 ? "hold it back" : "holds it back";
        boolean held = !assessment.balance().acting().isEmpty();
        return drivers.isEmpty() && barriers.isEmpty()
                ? ""
                : (drivers.isEmpty() ? "No factor of weight" : Wording.capitalized(Wording.listed(drivers)))
                        + (stated.isPast() ? " drove" : drivers.size() > 1 ? " drive" : " drives") + " the likelihood"
                        + (drivers.isEmpty() ? "" : " most") + ", and "
                        + (barriers.isEmpty()
                                ? "no factor of weight " + back
                                        + (held ? ", but a ceiling " + (stated.isPast() ? "did" : "does") : "")
                                : Wording.listed(barriers) + " " + back + " most")
                        + ".";
    }

    /** The largest factor worth naming in a direction; several where they are equal. */
    private List<String> largest(int direction) {
        List<GroupFactors> factors = GroupFactors.of(assessment).stream()
                .filter(GroupFactors::worthNaming)
                .filter(factor -> factor.direction() == direction)
                .toList();
        return factors.stream()
                .filter(factor -> factor.size() == factors.get(0).size())
                .map(GroupFactors::inSentence)
                .toList();
    }

    /** What stands below the bottom line: what the event is, other base rates, the other reading, the relationship. */
    private List<String> standing() {
        List<String> sentences = new ArrayList<>();
        sentences.add(VerdictSentences.EVENT);
        stated.edge().ifPresent(sentences::add);
        if (stated.isRated()) {
            if (stated.isIntervalFirst()) {
                sentences.add("The figures below start from " + figures.of(verdict.likelihood()) + ".");
            }
            sentences.addAll(baseRates());
            basis.rival().flatMap(this::rival).ifPresent(sentences::add);
        }
        sentences.addAll(VerdictSentences.relationship(assessment));
        scenario.observed()
                .map(outcome -> "The relationship on record is " + Wording.word(outcome.relationship()) + ", with"
                        + (outcome.allianceInForce() ? "" : "out") + " a working alliance.")
                .ifPresent(sentences::add);
        return List.copyOf(sentences);
    }

    /** Whose record the base rate is, and the likelihood from the record of others. */
    private List<String> baseRates() {
        String base = "The base rate of "
                + Wording.percent(assessment.outlook().path().basePercent())
                + BalanceText.referenceClass(assessment)
                        .map(" is that of "::concat)
                        .orElse(" is assumed")
                + ".";
        List<ReferenceClassVerdict> outside =
                assessment.outsideView().stream().filter(view -> !view.used()).toList();
        if (outside.isEmpty()) {
            return List.of(base);
        }
        List<String> others = new ArrayList<>();
        outside.forEach(view -> others.add("with that of " + view.label() + " ("
                + Wording.percent(view.baseRatePercent()) + ")" + (others.isEmpty() ? " the likelihood would be " : " ")
                + figures.of(view.likelihood())));
        Percent low = outside.get(0).likelihood();
        Percent high = outside.get(outside.size() - 1).likelihood();
        return List.of(
                base,
                Wording.capitalized(String.join(", and ", others)) + ": "
                        + VerdictSentences.words(low, high, basis.scale()) + ".");
    }

    /** How likely another account makes the event; nothing where its rules read nothing that is rated. */
    private Optional<String> rival(Assessment rival) {
        return rival.confidence().known() == 0
                ? Optional.empty()
                : Optional.of("This estimate follows the argument of "
                        + basis.article().cited()
                        + ", with weights of this project; by the rules of another account, "
                        + assessment
                                .otherReading()
                                .map(other -> other.source() + ", ")
                                .orElse("")
                        + new VerdictSentences(rival, basis.scale()).conditional() + ".");
    }

    /** What a supposition changes comes first. */
    private List<Judgement> keyJudgements() {
        return Stream.concat(
                        basis.change().map(change -> new ChangeText(change, figures).judgement()).stream(),
                        judgements.list().stream())
                .toList();
    }

    /** Readings that are unrated, or of which a range is given, those that narrow the interval most first. */
    private List<String> notKnown() {
        List<OpenReading> open = OpenReading.of(assessment);
        List<String> sentences = new ArrayList<>();
        open.stream()
                .limit(MOST_UNKNOWN)
                .forEach(one -> sentences.add(one.indicator().shortLabel() + ": "
                        + new MeasureText(one.indicator()).open(one.reading())
                        + one.narrowingInWords() + "."));
        if (open.size() > MOST_UNKNOWN) {
            sentences.add(Wording.capitalized(Wording.count(open.size() - MOST_UNKNOWN)) + " more.");
        }
        return sentences;
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
                        scenario.asOf().stream()
                                .flatMap(date -> assessment.catalogue().subject().notesAt(date).stream()),
                        CaveatText.inDocuments(assessment).stream(),
                        laterSources().stream())
                .flatMap(caveats -> caveats)
                .toList();
    }

    /** That sources name years after that of the scenario: what they say can be hindsight. */
    private Optional<String> laterSources() {
        int year = scenario.asOf().map(LocalDate::getYear).orElse(Integer.MAX_VALUE);
        return sources().stream()
                .filter(source -> !source.own())
                .flatMap(source -> YEAR.matcher(source.reference()).results())
                .map(found -> Integer.parseInt(found.group()))
                .max(Comparator.naturalOrder())
                .filter(latest -> latest > year)
                .map(latest -> "Some sources name a year after " + year + ", that of the scenario; the latest is "
                        + latest + ".");
    }

    /** How the likelihood is computed, and what reproduces it. */
    static Method method(Basis basis) {
        ArticleReference article = basis.article();
        Assessment assessment = basis.assessment();
        String cited = article.texts().isEmpty()
                ? article.cited() + " by section and paragraph (" + EXAMPLE + ")"
                : "what was read of " + article.cited() + " and other texts by text and sentence (" + EXAMPLE + ")";
        String text = RuleText.count(basis.rules(), cited) + ", as is the size of each weight."
                + (article.texts().isEmpty() ? "" : " " + article.allTexts())
                + " The base rate rests on the share of windows of five years, in the record of comparable pairs of states, in"
                + " which defence was pledged. Evidence points add up; ten multiply the odds by ten. A ceiling takes back part"
                + " of what lies above it. Grades of sources: reliability A to F, credibility 1 to 6, the best first. Words of likelihood follow "
                + (basis.scale() == LikelihoodScale.ICD203
                        ? "ICD 203, below 1 % with the word of the IPCC"
                        : "the PHIA yardstick")
                + "; a limit belongs to the word above it.";
        return new Method(
                Wording.capitalized(text),
                basis.command(),
                Wording.versions(assessment),
                Wording.versions(assessment, SHORT));
    }

    /** The sources in use, with their grades. */
    private List<Source> sources() {
        return scenario.sources().stream()
                .filter(source -> from(source.id()).anyMatch(reading -> reading.status() != ReadingStatus.UNKNOWN))
                .map(source -> new Source(
                        source.ref(),
                        from(source.id())
                                .flatMap(reading -> reading.grade().stream())
                                .map(Object::toString)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", ")),
                        (int) from(source.id()).count(),
                        OWN.contains(source.id())))
                .toList();
    }

    private Stream<Reading> from(String source) {
        return scenario.readings().values().stream()
                .filter(reading -> reading.source().filter(source::equals).isPresent());
    }

    /** A key assumption with the reading that supports it. */
    private AssumptionRow support(KeyAssumption assumption) {
        Indicator indicator = assessment.indicator(assumption.indicator());
        Reading reading = assessment.reading(indicator.id());
        return new AssumptionRow(
                assumption.words(),
                Judgements.citations(assumption.cites()),
                indicator.shortLabel() + ": " + new MeasureText(indicator).readingInWords(reading)
                        + reading.grade()
                                .map(grade -> ", " + grade)
                                .orElse(reading.status() == ReadingStatus.ASSUMED ? ", assumed" : ""),
                support(assumption, reading, scenario.assumptions().scale(indicator)));
    }

    private static Support support(KeyAssumption assumption, Reading reading, GradeScale scale) {
        if (reading.status() == ReadingStatus.UNKNOWN) {
            return Support.UNSUPPORTED;
        }
        List<Grade> possible = scale.possibleGrades(reading);
        long holding = possible.stream()
                .filter(grade ->
                        assumption.holds().map(holds -> holds.isMetBy(grade)).orElse(true))
                .count();
        boolean assumed = reading.status() == ReadingStatus.ASSUMED;
        if (holding > 0 && holding < possible.size()) {
            return Support.OPEN;
        }
        if (holding == 0) {
            return assumed ? Support.SET_ASIDE : Support.CONTRADICTED;
        }
        if (assumed) {
            return Support.ASSUMED;
        }
        if (reading.source().isEmpty()) {
            return Support.NO_SOURCE;
        }
        boolean reliable = reading.grade()
                .filter(source -> List.of("A", "B").contains(source.reliability()))
                .isPresent();
        return reliable ? Support.WELL_SOURCED : Support.CAVEATED;
    }
}
