package entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of the pages say, and how. */
class PageTextTest {

    private static final Path MODULES = Path.of("src/main/resources/entente/page");
    private static final Path TEMPLATES = Path.of("src/main/jte/page");

    /** The end of an expression, and a space where the line may break. */
    private static final Pattern BREAKING_PERCENT = Pattern.compile("\\} %");

    private static final Pattern REQUEST = Pattern.compile("\\b(GET|PUT|POST|DELETE) /");

    private static List<String> lines(Path folder, String ending, Pattern found) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> found.matcher(line).find())
                        .forEach(line -> lines.add(file + ": " + line.strip()));
            }
        }
        return lines;
    }

    @Test
    void figuresAndTheirUnitsStayOnOneLine() throws IOException {
        assertThat(lines(MODULES, ".js", BREAKING_PERCENT)).isEmpty();
    }

    @Test
    void pagesForReadersNameNoRequest() throws IOException {
        assertThat(lines(TEMPLATES, ".jte", REQUEST)).isEmpty();
    }

    /** On a touch screen the style of what is pointed at would stay after a tap. */
    @Test
    void styleOfWhatIsPointedAtIsForPointersThatHover() throws IOException {
        assertThat(lines(MODULES, ".css", Pattern.compile(":hover")))
                .isNotEmpty()
                .allMatch(line -> line.contains("@media (hover: hover)"));
    }

    /** Pages and documents write the short name where the whole one has no room; it is a part of that, not another one. */
    @Test
    void eachFactorHasOneName() throws RuleBookException {
        for (String book : List.of("rules", "rules/rival", "rules/us-india")) {
            assertThat(RuleBooks.open(Path.of(book), Shipped.CACHE)
                            .book()
                            .catalogue()
                            .groups())
                    .isNotEmpty()
                    .allSatisfy(group -> assertThat(lower(group.label())).contains(lower(group.shortLabel())));
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
