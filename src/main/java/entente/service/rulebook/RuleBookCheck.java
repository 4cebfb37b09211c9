package entente.service.rulebook;

import entente.document.Digest;
import entente.model.Problem;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.CaseReport.RefusedFile;
import entente.quality.cases.CaseResult;
import entente.quality.cases.CaseRun;
import entente.quality.cases.FailedExpectation;
import entente.quality.lint.LintFinding;
import entente.quality.lint.LintSeverity;
import entente.quality.lint.Linter;
import entente.report.wording.LintSentences;
import entente.rulebook.CompiledRuleBookCache;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a folder holds a book that can be put in force: it reads and compiles, the linter finds no error, and the book
 * says what the cases beside it expect.
 *
 * @param rules folder of the book
 * @param cache compiled books
 * @param shelf the scenarios that cases and callers extend
 */
public record RuleBookCheck(Path rules, Path cache, ScenarioSource scenarioSource) {

    private static final String CASES = "cases/";

    /**
     * Opens the book; takes seconds when it has to be compiled. Files that have passed before are not tried again.
     *
     * @throws RuleBookException with every fault
     */
    public RuleBookSnapshot load() throws RuleBookException {
        String before = digest();
        LoadedRuleBook open = RuleBooks.open(rules, cache);
        RuleBookSnapshot edition = new RuleBookSnapshot(open, scenarioSource);
        if (before.equals(digest()) && CompiledRuleBookCache.isValid(cache, before)) {
            return edition;
        }
        throwIfAny(lint(open));
        throwIfAny(cases(edition));
        if (before.equals(digest())) {
            CompiledRuleBookCache.markValid(cache, before);
        }
        return edition;
    }

    /** Of all that the check looks at: the book, its cases, and the scenarios that they may extend. */
    private String digest() throws RuleBookException {
        StringBuilder sum = new StringBuilder("entente-sound-1 ").append(RuleBooks.key(rules));
        for (Path file : FolderScenarioSource.scenarioFiles(CaseFiles.folder(rules))) {
            sum.append('\n').append(file.getFileName()).append(' ').append(digest(FolderScenarioSource.read(file)));
        }
        for (String id : scenarioSource.ids()) {
            sum.append('\n').append(id).append(' ').append(digest(scenarioSource.find(id)));
        }
        return Digest.sha256(sum.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(Optional<byte[]> bytes) {
        return bytes.map(Digest::sha256).orElse("none");
    }

    private List<RuleBookFault> lint(LoadedRuleBook open) throws RuleBookException {
        return Linter.lint(open, RuleBooks.locations(rules)).findings().stream()
                .filter(finding -> finding.severity() == LintSeverity.ERROR)
                .map(RuleBookCheck::fault)
                .toList();
    }

    private static RuleBookFault fault(LintFinding finding) {
        return new RuleBookFault(
                finding.location().file(),
                finding.location().line(),
                finding.code().name(),
                LintSentences.of(finding));
    }

    private List<RuleBookFault> cases(RuleBookSnapshot edition) throws RuleBookException {
        Path folder = CaseFiles.folder(rules);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        throwIfAny(externalLinks(folder));
        CaseFiles files = CaseFiles.read(folder, edition.book(), scenarioSource);
        List<RuleBookFault> faults = new ArrayList<>();
        for (RefusedFile file : files.refused()) {
            file.problems().forEach(problem -> faults.add(fault(file.name(), problem)));
        }
        for (CaseResult result : CaseRun.run(files.cases(), edition.assessor())) {
            result.failures().forEach(miss -> faults.add(fault(folder, result, miss)));
        }
        return faults;
    }

    /** Case files that are links to elsewhere: what another folder holds is not this book's to say. */
    private List<RuleBookFault> externalLinks(Path folder) {
        List<RuleBookFault> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            Path home = rules.toRealPath();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toRealPath().startsWith(home)) {
                    faults.add(new RuleBookFault(
                            CASES + file.getFileName(),
                            0,
                            "FOREIGN_LINK",
                            "This is a link, and it leads out of the folder."));
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

    private static RuleBookFault fault(Path folder, CaseResult result, FailedExpectation miss) {
        String file = result.id().split("/", 2)[0] + ".json";
        return new RuleBookFault(
                CASES + file,
                CaseLines.line(folder.resolve(file), miss.pointer()),
                "CASE",
                miss.pointer() + ": "
                        + miss.given().map(given -> "With " + given + " the").orElse("The") + " case expects "
                        + miss.expected() + "; the book says " + miss.actual() + ".");
    }

    private static void throwIfAny(List<RuleBookFault> faults) throws RuleBookException {
        if (!faults.isEmpty()) {
            throw new RuleBookException(faults);
        }
    }
}
