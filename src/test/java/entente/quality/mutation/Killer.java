package entente.quality.mutation;

import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Assessment;
import entente.model.assessment.Verdict;
import entente.model.rule.RuleBook;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.RuleCase;
import entente.rulebook.shipped.ShippedVerdictsTest;
import entente.scoring.Assessor;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A check that a mutant can fail. Only expectations written by people: golden files and digests would detect every
 * change, and tests that read thresholds from the rule none.
 *
 * @param about rules or indicators it names, to run first if they are changed
 * @param holds whether a rule book passes
 */
record Killer(Kind kind, String name, String about, Predicate<Answers> holds) {

    /** Assessments under one rule book, cached because scenarios with many unknown readings are slow. Not thread-safe. */
    record Answers(Assessor assessor, Map<String, Assessment> given) {

        Answers(Assessor assessor) {
            this(assessor, new HashMap<>());
        }

        Assessment of(Scenario scenario) {
            return given.computeIfAbsent(scenario.id(), id -> assessor.assess(scenario));
        }
    }

    /** The likelihood in percent from which a verdict predicts an alliance. */
    private static final int ALLIANCE_FROM = 20;

    enum Kind {
        CASES("worked cases, `rules/cases/`"),
        VERDICTS("verdicts of the shipped scenarios"),
        HISTORY("what happened in history, as far as the shipped book has it right");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** All killers of the shipped rule book, cases first. */
    static List<Killer> all() {
        List<Killer> all = new ArrayList<>(cases(Shipped.RULES, Shipped.BOOK.book()));
        all.add(new Killer(
                Kind.VERDICTS,
                "the shipped verdicts",
                "",
                answers -> ShippedVerdictsTest.verdictsBy(answers::of).wasSuccess()));
        Answers shippedAnswers = new Answers(Shipped.ASSESSOR);
        for (String id : Shipped.scenarioIds()) {
            Scenario scenario = Shipped.scenario(id);
            scenario.observed().ifPresent(observed -> {
                Hits shipped = hits(shippedAnswers, scenario, observed);
                all.add(new Killer(
                        Kind.HISTORY,
                        id,
                        "",
                        answers -> hits(answers, scenario, observed).retains(shipped)));
            });
        }
        return all;
    }

    /** The cases of a rule book; each is a killer. */
    static List<Killer> cases(Path rules, RuleBook book) {
        Path folder = CaseFiles.folder(rules);
        CaseFiles files = CaseFiles.read(folder, book, Shipped.SHELF);
        if (!files.refused().isEmpty()) {
            throw new IllegalStateException(files.refused().toString());
        }
        return files.cases().stream().map(one -> of(one, folder)).toList();
    }

    private static Killer of(RuleCase one, Path folder) {
        String given =
                one.situations().stream().flatMap(s -> s.given().stream()).collect(Collectors.joining(" "));
        // A single-case file names its subject in its text; the text of a list names too much.
        boolean alone = one.file().equals(one.id());
        String about = alone ? text(folder.resolve(one.file() + ".json")) : one.id() + " " + given;
        return new Killer(
                Kind.CASES,
                one.id(),
                about,
                answers -> one.run(answers.assessor()).passed());
    }

    private static String text(Path file) {
        return new String(Shipped.bytes(file), StandardCharsets.UTF_8);
    }

    /** Correct verdicts on past scenarios. */
    private record Hits(boolean state, boolean alliance) {

        boolean retains(Hits shipped) {
            return (state || !shipped.state()) && (alliance || !shipped.alliance());
        }
    }

    private static Hits hits(Answers answers, Scenario scenario, ObservedOutcome observed) {
        Verdict verdict = answers.of(scenario).verdict();
        return new Hits(
                verdict.relationships().contains(observed.relationship()),
                verdict.likelihood().value() >= ALLIANCE_FROM == observed.allianceInForce());
    }
}
