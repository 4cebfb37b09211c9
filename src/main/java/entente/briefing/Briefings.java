package entente.briefing;

import entente.analysis.comparison.RuleBookContrast;
import entente.analysis.comparison.RuleBookContrasts;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing;
import entente.report.briefing.BriefingBasis;
import entente.report.briefing.BriefingBasis.Previous;
import entente.report.briefing.BriefingWriter;
import entente.report.briefing.CombinedBriefing;
import entente.report.briefing.ComparisonRows;
import entente.report.form.Hint;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.List;
import java.util.Optional;
import lombok.With;

/** Computes what briefings are written from, and writes them. */
public final class Briefings {

    private final LoadedRuleBook book;
    private final Assessor assessor;
    private final Optional<LoadedRuleBook> rival;

    /** @param rival another reading of the same facts; empty for none */
    public Briefings(LoadedRuleBook book, Optional<LoadedRuleBook> rival) {
        this.book = book;
        this.assessor = new Assessor(book);
        this.rival = rival;
    }

    /**
     * What to write.
     *
     * @param scenario as this book reads it
     * @param forRival as the rival book reads it; empty without one
     * @param previous the scenario of the edition before
     * @param previousEdition number of that edition, from 1
     * @param withLedger whether every rule that fired is listed
     * @param command reproduces the assessment
     */
    public record Request(
            Scenario scenario,
            Optional<Scenario> forRival,
            Optional<Scenario> previous,
            int previousEdition,
            LikelihoodScale scale,
            @With boolean withLedger,
            String command) {

        /** A first edition in the short form, without a rival reading. */
        public static Request first(Scenario scenario, LikelihoodScale scale) {
            return new Request(
                    scenario,
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    scale,
                    false,
                    Hint.command("assess " + Hint.GENERIC.input()));
        }
    }

    /** Several scenarios in one document, of which the first is the reference of the comparison. */
    public CombinedBriefing combine(List<Request> requests) {
        List<Assessment> assessments = requests.stream()
                .map(request -> assessor.assess(request.scenario()))
                .toList();
        ScenarioContrasts contrasts = new ScenarioContrasts(assessor);
        Assessment first = assessments.get(0);
        return new CombinedBriefing(
                first.catalogue().subject().pair(),
                ComparisonRows.of(
                        first,
                        assessments.stream()
                                .skip(1)
                                .map(other -> contrasts.between(first, other))
                                .toList(),
                        requests.get(0).scale()),
                requests.stream().map(this::write).toList());
    }

    public Briefing write(Request request) {
        Assessment now = assessor.assess(request.scenario());
        SensitivityAnalysis sensitivity = new SensitivityAnalysis(assessor);
        SensitivityResult swings = sensitivity.analyze(now);
        Optional<Previous> previous = request.previous().map(scenario -> {
            Assessment before = assessor.assess(scenario);
            return new Previous(
                    request.previousEdition(),
                    new ScenarioContrasts(assessor).between(before, now),
                    sensitivity.analyze(before));
        });
        Optional<RuleBookContrast> contrast = rival.flatMap(other -> request.forRival()
                .map(scenario ->
                        new RuleBookContrasts(assessor, new Assessor(other)).compare(request.scenario(), scenario)));
        return BriefingWriter.write(new BriefingBasis(
                swings,
                previous,
                request.scenario()
                        .base()
                        .map(base -> new ScenarioContrasts(assessor).between(assessor.assess(base), now)),
                contrast,
                book.about().keyAssumptions(),
                book.about().article(),
                book.book().rules(),
                request.scale(),
                request.withLedger(),
                request.command()));
    }
}
