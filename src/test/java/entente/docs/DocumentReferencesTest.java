package entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Quotations of the sources and the rule book in the documents, the targets of links, and how output is compared. */
class DocumentReferencesTest {

    private static final Path DOCS = Path.of("src", "docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]*)(#[^)]*)?\\)");
    private static final int MAX_IMAGE_BYTES = 400_000;

    /** A class in backticks, with or without its package and a method. */
    private static final Pattern CLASS =
            Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]+(?:[A-Z]+[a-z]*)+)(?:\\.[A-Z_]+)?`");

    @Test
    void everyQuotationIsInTheRuleBook() throws IOException {
        String book = withoutWhitespace(read(Path.of("rules")));
        for (Path document : DocumentStep.documents()) {
            Matcher block = Pattern.compile("(?ms)^```(?:drl|yaml)\n(.*?)^```").matcher(Files.readString(document));
            while (block.find()) {
                for (String part : block.group(1).split("(?m)^ *…\n")) {
                    assertThat(book).as(document.toString()).contains(withoutWhitespace(part));
                }
            }
        }
    }

    private static String read(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : Folders.files(folder, "")) {
            all.append(Files.readString(file));
        }
        return all.toString();
    }

    private static String withoutWhitespace(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Files, images and headings. */
    @Test
    void everyLinkTargetExists() throws IOException {
        List<Path> documents = new ArrayList<>(DocumentStep.documents());
        documents.addAll(List.of(
                Path.of("CONTRIBUTING.md"),
                Path.of("rules", "README.md"),
                Path.of("rules", "rival", "README.md"),
                Path.of("rules", "us-india", "README.md")));
        for (Path document : documents) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                String place = document + " links to " + link.group(1) + Objects.toString(link.group(2), "");
                Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
                assertThat(target).as(place).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(target)).as(place).contains(link.group(2));
                }
            }
        }
    }

    /** The anchors that GitHub makes of headings. */
    private static List<String> anchors(Path document) throws IOException {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(Files.readString(document))
                .results()
                .map(heading -> "#"
                        + heading.group(1)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                                .replace(' ', '-'))
                .toList();
    }

    @Test
    void everyDocumentIsInTheTableOfReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Path document : DocumentStep.documents()) {
            if (document.startsWith(DOCS)) {
                assertThat(readme.contains("](" + document + ")"))
                        .as("README links to " + document)
                        .isTrue();
            }
        }
    }

    @Test
    void everyImageIsSmallAndShownWithText() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path document : DocumentStep.documents()) {
            all.append(Files.readString(document));
        }
        assertThat(Pattern.compile("!\\[.{0,30}]").matcher(all).results().map(MatchResult::group))
                .as("images without a text that describes them")
                .isEmpty();
        assertThat(Folders.files(DOCS.resolve("images"), "")).isNotEmpty().allSatisfy(image -> {
            assertThat(all.indexOf("images/" + image.getFileName() + ")"))
                    .as("a document shows " + image)
                    .isNotNegative();
            assertThat(Files.size(image)).as(image + ", bytes").isLessThan(MAX_IMAGE_BYTES);
        });
    }

    /** Names such as {@code scoring.Assessor} in the documents for developers; those of Spring are not ours. */
    @Test
    void everyClassThatDevelopersReadOfExists() throws IOException {
        List<String> sources = new ArrayList<>(List.of("DispatcherServlet"));
        Folders.allFiles(Path.of("src"), ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .forEach(sources::add);
        for (Path document : List.of(DOCS.resolve("architecture.md"), Path.of("CONTRIBUTING.md"))) {
            List<String> named = CLASS.matcher(Files.readString(document))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(named).as(document.toString()).isNotEmpty().isSubsetOf(sources);
        }
    }

    @Test
    void everyPackageIsInTheTable() throws IOException {
        String page = Files.readString(DOCS.resolve("architecture.md"));
        assertThat(Folders.names(Path.of("src", "main", "java", "entente")))
                .filteredOn(name -> !name.contains("."))
                .allSatisfy(name -> assertThat(page).contains("\n| `" + name + "` | "));
    }

    /** Programs act on the codes of scenarios; those of rule books are for authors, and each message says what is allowed. */
    @Test
    void everyProblemCodeOfScenariosIsDocumented() throws IOException {
        List<String> codes = codes("scenario", "document");
        codes.removeAll(List.of("NOT_YAML", "NOT_PLAIN"));
        assertThat(codes).hasSizeGreaterThan(20);
        String page = Files.readString(DOCS.resolve("scenario.md"));
        assertThat(codes).filteredOn(code -> !page.contains("`" + code + "`")).isEmpty();
    }

    /** The problem codes in the sources of some packages: all upper-case strings except names of Drools. */
    private static List<String> codes(String... packages) throws IOException {
        List<String> codes = new ArrayList<>();
        for (String name : packages) {
            Pattern.compile("\"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)\"")
                    .matcher(read(Path.of("src", "main", "java", "entente", name)))
                    .results()
                    .map(match -> match.group(1))
                    .filter(code -> code.length() > 3 && !code.startsWith("DRL") && !codes.contains(code))
                    .forEach(codes::add);
        }
        return codes;
    }

    private static final List<String> OUTPUT =
            List.of("title", "rules (0123abcd)", "12.1 percent", "rows", "more rows", "end at noon today");

    @Test
    void omittedLinesAndDigestsMayDiffer() {
        assertThat(DocumentStep.difference(List.of("…", "rules (ffffffff)", "12.1 percent", "…"), OUTPUT))
                .isEmpty();
        assertThat(DocumentStep.difference(List.of("title", "…", "end at … today"), OUTPUT))
                .isEmpty();
        assertThat(DocumentStep.difference(List.of("etag: 01234567…"), List.of("etag: " + "8".repeat(64))))
                .isEmpty();
    }

    @Test
    void differenceNamesTheFirstLineAndShowsTheOutput() {
        assertThat(DocumentStep.difference(List.of("title", "rules", "…"), OUTPUT))
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith("line 2 of the block is not in the output: rules\n    2 + rules (0"));
        assertThat(DocumentStep.difference(List.of("title"), OUTPUT))
                .hasValueSatisfying(
                        told -> assertThat(told).contains("continues").contains("    2 + rules"));
        assertThat(DocumentStep.difference(List.of("…", "rows", "more rows", "end"), OUTPUT))
                .isPresent();
        assertThat(DocumentStep.difference(List.of("etag: 01234567…"), List.of("etag: none")))
                .isPresent();
    }

    @Test
    void rewritingKeepsWhatWasOmitted() {
        assertThat(DocumentStep.rewritten(
                        List.of("…", "rules (ffffffff)", "12.4 percent", "…", "end at … tomorrow"), OUTPUT))
                .containsExactly("…", "rules (ffffffff)", "12.1 percent", "…", "end at … today");
        assertThat(DocumentStep.rewritten(List.of("title", "12.1 percent", "…"), OUTPUT))
                .containsExactly("title", "rules (0123abcd)", "12.1 percent", "…");
        assertThat(DocumentStep.rewritten(List.of("title", "gone entirely", "…"), OUTPUT))
                .containsExactly("title", "gone entirely", "…");
        assertThat(DocumentStep.rewritten(List.of("title", "gone entirely"), OUTPUT))
                .isEqualTo(OUTPUT);
    }
}
