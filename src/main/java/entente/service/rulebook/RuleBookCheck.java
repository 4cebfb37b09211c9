package entente.service.rulebook;

import entente.document.Digest;
import entente.model.Problem;
import entente.model.rule.RuleBookFault;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.CaseFiles.RefusedFile;
import entente.quality.cases.RuleCase;
import entente.quality.cases.RuleCase.CaseResult;
import entente.quality.cases.RuleCase.Expectation;
import entente.quality.cases.RuleCase.FailedExpectation;
import entente.quality.lint.LintReport.LintCode;
import entente.quality.lint.Linter;
import entente.report.wording.LintSentences;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads and checks a rule book and its rival one: they compile, the linter finds no error, and their cases pass.
 *
 * @param rules folder of the book
 * @param cache compiled books
 * @param scenarioSource the scenarios that can be extended
 */
public record RuleBookCheck(Path rules, Path cache, ScenarioSource scenarioSource) {

    private static final String CASES = "cases/";

    /**
     * Loads the book; compiling takes seconds. Files that have passed before are not checked again.
     *
     * @throws RuleBookException with every fault
     */
    public RuleBookSnapshot load() throws RuleBookException {
        String before = digest();
        LoadedRuleBook open = RuleBooks.open(rules, cache);
        Optional<LoadedRuleBook> rival = RuleBooks.openRival(rules, open, cache);
        RuleBookSnapshot snapshot = new RuleBookSnapshot(open, rival, scenarioSource);
        if (before.equals(digest()) && RuleBooks.isValid(cache, before)) {
            return snapshot;
        }
        check(snapshot);
        if (rival.isPresent()) {
            try {
                rivalCheck().check(snapshot.of(rival.get()));
            } catch (RuleBookException wrong) {
                throw wrong.in(RuleBooks.RIVAL);
            }
        }
        if (before.equals(digest())) {
            RuleBooks.markValid(cache, before);
        }
        return snapshot;
    }

    private RuleBookCheck rivalCheck() {
        return new RuleBookCheck(rules.resolve(RuleBooks.RIVAL), cache, scenarioSource);
    }

    private void check(RuleBookSnapshot snapshot) throws RuleBookException {
        List<RuleBookFault> faults = lint(snapshot.loadedRuleBook());
        if (faults.isEmpty()) {
            faults = cases(snapshot);
        }
        if (!faults.isEmpty()) {
            throw new RuleBookException(faults);
        }
    }

    /** Digest of the books, their cases and the scenarios that they can extend. */
    private String digest() throws RuleBookException {
        StringBuilder sum = new StringBuilder("entente-sound-1 ").append(digestOfBook());
        if (RuleBooks.rival(rules).isPresent()) {
            sum.append("\nrival ").append(rivalCheck().digestOfBook());
        }
        for (String id : scenarioSource.ids()) {
            sum.append('\n').append(id).append(' ').append(digest(scenarioSource.find(id)));
        }
        return Digest.sha256(sum.toString());
    }

    private String digestOfBook() throws RuleBookException {
        StringBuilder sum = new StringBuilder(RuleBooks.key(rules));
        for (Path file : FolderScenarioSource.scenarioFiles(CaseFiles.folder(rules))) {
            sum.append('\n').append(file.getFileName()).append(' ').append(digest(FolderScenarioSource.read(file)));
        }
        return sum.toString();
    }

    private static String digest(Optional<byte[]> bytes) {
        return bytes.map(Digest::sha256).orElse("none");
    }

    private List<RuleBookFault> lint(LoadedRuleBook open) throws RuleBookException {
        return Linter.lint(open.book(), RuleBooks.locations(rules)).findings().stream()
                .filter(finding -> finding.severity() == LintCode.Severity.ERROR)
                .map(finding -> new RuleBookFault(
                        finding.location().file(),
                        finding.location().line(),
                        finding.code().name(),
                        LintSentences.of(finding)))
                .toList();
    }

    private List<RuleBookFault> cases(RuleBookSnapshot snapshot) {
        Path folder = CaseFiles.folder(rules);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<RuleBookFault> faults = externalLinks(folder);
        if (!faults.isEmpty()) {
            return faults;
        }
        CaseFiles files = CaseFiles.read(folder, snapshot.book(), scenarioSource);
        for (RefusedFile file : files.refused()) {
            file.problems().forEach(problem -> faults.add(fault(file.name(), problem)));
        }
        for (RuleCase one : files.cases()) {
            CaseResult result = one.run(snapshot.assessor());
            result.failures().forEach(miss -> faults.add(fault(result, miss)));
        }
        return faults;
    }

    /** Case files that are links out of the folder. */
    private List<RuleBookFault> externalLinks(Path folder) {
        List<RuleBookFault> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            Path home = rules.toRealPath();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toRealPath().startsWith(home)) {
                    faults.add(new RuleBookFault(
                            CASES + file.getFileName(), 0, "FOREIGN_LINK", "This link leads out of the folder."));
                }
            }
        } catch (IOException unreadable) {
            faults.add(new RuleBookFault(CASES, 0, "UNREADABLE", "The folder of the cases cannot be read."));
        }
        return faults;
    }

    private static RuleBookFault fault(String file, Problem problem) {
        return new RuleBookFault(
                CASES + file, problem.line(), problem.code(), problem.pointer() + ": " + problem.detail());
    }

    private static RuleBookFault fault(CaseResult result, FailedExpectation miss) {
        String file = result.id().split("/", 2)[0] + ".json";
        Expectation expected = miss.expectation();
        return new RuleBookFault(
                CASES + file,
                expected.at().location().line(),
                "CASE",
                expected.pointer() + ": "
                        + miss.given().map(given -> "With " + given + " the").orElse("The") + " case expects "
                        + expected.expected() + "; the result is " + miss.actual() + ".");
    }
}
