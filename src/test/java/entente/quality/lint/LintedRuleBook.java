package entente.quality.lint;

import entente.quality.lint.LintReport.LintFinding;
import entente.quality.lint.Linter.GeneratedFile;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.wording.RuleText.RuleBookText;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a rule book in which a test plants faults. */
record LintedRuleBook(Path folder) {

    static final Path BOOKS = Golden.RESOURCES.resolve("lint");
    static final String BASE = "base";

    /** The small rule book in which the linter finds only notes. */
    static LintedRuleBook base(Path folder) throws IOException {
        return new LintedRuleBook(folder).with(BOOKS.resolve(BASE));
    }

    /** Replaces files with those of another folder. */
    LintedRuleBook with(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".txt")) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return this;
    }

    /** Replaces one passage, which must occur exactly once. */
    LintedRuleBook replace(String file, String old, String fresh) throws IOException {
        String text = Files.readString(folder.resolve(file));
        if (text.split(java.util.regex.Pattern.quote(old), -1).length != 2) {
            throw new IllegalArgumentException(file + " does not hold once: " + old);
        }
        Files.writeString(folder.resolve(file), text.replace(old, fresh));
        return this;
    }

    LintReport lint(Path cache) throws IOException, RuleBookException {
        LoadedRuleBook book = RuleBooks.open(folder, cache);
        return Linter.lint(book, RuleBooks.locations(folder), generatedFiles(book));
    }

    private List<GeneratedFile> generatedFiles(LoadedRuleBook book) throws IOException {
        Path page = folder.resolve("README.md");
        return Files.exists(page) && RuleBookText.isGenerated(Files.readString(page))
                ? List.of(new GeneratedFile(
                        "README.md",
                        "rules list --format md",
                        Files.readString(page),
                        MarkdownPage.render(Answers.rules(book.book(), book.inventory()))))
                : List.of();
    }

    /** A finding as one line; facts distinguish findings on the same subject. */
    static String brief(LintFinding finding) {
        return finding.location().file() + ":" + finding.location().line() + " " + finding.severity() + " "
                + finding.code()
                + " " + finding.subject() + " " + finding.facts()
                + finding.allowed().map(reason -> " allowed: " + reason).orElse("");
    }

    /** The findings of this report that another does not have, regardless of line numbers. */
    static List<LintFinding> besides(LintReport report, LintReport base) {
        List<String> known =
                base.findings().stream().map(LintedRuleBook::unplaced).toList();
        return report.findings().stream()
                .filter(finding -> !known.contains(unplaced(finding)))
                .toList();
    }

    private static String unplaced(LintFinding finding) {
        return finding.code() + " " + finding.subject() + " " + finding.facts() + finding.allowed();
    }
}
