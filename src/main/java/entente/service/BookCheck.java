package entente.service;

import entente.briefing.LintSentences;
import entente.document.Digest;
import entente.domain.CaseMiss;
import entente.domain.CaseReport.RefusedFile;
import entente.domain.CaseResult;
import entente.domain.LintFinding;
import entente.domain.LintSeverity;
import entente.domain.Problem;
import entente.rules.BookFault;
import entente.rules.KeptBooks;
import entente.rules.OpenBook;
import entente.rules.RuleBookException;
import entente.rules.RuleBooks;
import entente.scenario.FolderShelf;
import entente.scenario.Shelf;
import entente.upkeep.CaseFiles;
import entente.upkeep.CaseRun;
import entente.upkeep.Lint;
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
public record BookCheck(Path rules, Path cache, Shelf shelf) {

    private static final String CASES = "cases/";

    /**
     * Opens the book; takes seconds when it has to be compiled. Files that have passed before are not tried again.
     *
     * @throws RuleBookException with every fault
     */
    public Edition open() throws RuleBookException {
        String before = digest();
        OpenBook open = RuleBooks.open(rules, cache);
        Edition edition = new Edition(open, shelf);
        if (before.equals(digest()) && KeptBooks.isSound(cache, before)) {
            return edition;
        }
        orThrow(lint(open));
        orThrow(cases(edition));
        if (before.equals(digest())) {
            KeptBooks.markSound(cache, before);
        }
        return edition;
    }

    /** Of all that the check looks at: the book, its cases, and the scenarios that they may extend. */
    private String digest() throws RuleBookException {
        StringBuilder sum = new StringBuilder("entente-sound-1 ").append(RuleBooks.key(rules));
        for (Path file : FolderShelf.scenarios(CaseFiles.of(rules))) {
            sum.append('\n').append(file.getFileName()).append(' ').append(digest(FolderShelf.read(file)));
        }
        for (String id : shelf.ids()) {
            sum.append('\n').append(id).append(' ').append(digest(shelf.find(id)));
        }
        return Digest.sha256(sum.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(Optional<byte[]> bytes) {
        return bytes.map(Digest::sha256).orElse("none");
    }

    private List<BookFault> lint(OpenBook open) throws RuleBookException {
        return Lint.of(open, RuleBooks.places(rules)).findings().stream()
                .filter(finding -> finding.severity() == LintSeverity.ERROR)
                .map(BookCheck::fault)
                .toList();
    }

    private static BookFault fault(LintFinding finding) {
        return new BookFault(
                finding.place().file(), finding.place().line(), finding.code().name(), LintSentences.of(finding));
    }

    private List<BookFault> cases(Edition edition) throws RuleBookException {
        Path folder = CaseFiles.of(rules);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        orThrow(foreign(folder));
        CaseFiles files = CaseFiles.read(folder, edition.book(), shelf);
        List<BookFault> faults = new ArrayList<>();
        for (RefusedFile file : files.refused()) {
            file.problems().forEach(problem -> faults.add(fault(file.name(), problem)));
        }
        for (CaseResult result : CaseRun.run(files.cases(), edition.assessor())) {
            result.misses().forEach(miss -> faults.add(fault(folder, result, miss)));
        }
        return faults;
    }

    /** Case files that are links to elsewhere: what another folder holds is not this book's to say. */
    private List<BookFault> foreign(Path folder) {
        List<BookFault> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            Path home = rules.toRealPath();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toRealPath().startsWith(home)) {
                    faults.add(new BookFault(
                            CASES + file.getFileName(),
                            0,
                            "FOREIGN_LINK",
                            "This is a link, and it leads out of the folder."));
                }
            }
        } catch (IOException unreadable) {
            faults.add(new BookFault(CASES, 0, "UNREADABLE", "The folder of the cases cannot be read."));
        }
        return faults;
    }

    private static BookFault fault(String file, Problem problem) {
        return new BookFault(CASES + file, problem.line(), problem.code(), problem.pointer() + ": " + problem.detail());
    }

    private static BookFault fault(Path folder, CaseResult result, CaseMiss miss) {
        String file = result.id().split("/", 2)[0] + ".json";
        return new BookFault(
                CASES + file,
                CaseLines.line(folder.resolve(file), miss.pointer()),
                "CASE",
                miss.pointer() + ": "
                        + miss.given().map(given -> "With " + given + " the").orElse("The") + " case expects "
                        + miss.expected() + "; the book says " + miss.got() + ".");
    }

    private static void orThrow(List<BookFault> faults) throws RuleBookException {
        if (!faults.isEmpty()) {
            throw new RuleBookException(faults);
        }
    }
}
