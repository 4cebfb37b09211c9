package entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Components share pages: the style of one must not reach another that has a class of the same name. */
class PageSourcesTest {

    private static final Path PAGES = Path.of("src/main/resources/entente/page");

    /** Linked by every page, for all components. */
    private static final List<String> SHARED = List.of("base.css", "shell.css");

    /** A custom element, or an id, of which a page has one. */
    private static final Pattern COMPONENT = Pattern.compile("(?<![.#\\w-])[a-z]+-[a-z-]+(?![\\w-]*\\()|#[a-z][a-z-]*");

    private static final Pattern OUTSIDE =
            Pattern.compile("/\\*.*?\\*/|@import[^;]*;|\"[^\"]*\"|\\[[^\\]]*\\]", Pattern.DOTALL);

    @Test
    void eachStyleOfAComponentNamesTheComponent() throws IOException {
        List<String> reaching = new ArrayList<>();
        for (Path file : Folders.allFiles(PAGES, ".css")) {
            String name = PAGES.relativize(file).toString();
            if (!SHARED.contains(name)) {
                unscoped(Files.readString(file)).forEach(selector -> reaching.add(name + ": " + selector));
            }
        }
        assertThat(reaching)
                .as("selectors that begin with no custom element, so that they reach other components of the page")
                .isEmpty();
    }

    /** Selectors whose first part, to which all others are inside or beside, names no component; nested ones are in theirs. */
    private static List<String> unscoped(String css) {
        List<String> found = new ArrayList<>();
        Deque<Boolean> scopes = new ArrayDeque<>();
        String plain = OUTSIDE.matcher(css).replaceAll("");
        int from = 0;
        for (int at = 0; at < plain.length(); at++) {
            char here = plain.charAt(at);
            if (here == '{') {
                String head = plain.substring(from, at).strip();
                boolean scoped = !scopes.isEmpty() && scopes.peek();
                if (!scoped && !head.startsWith("@")) {
                    parts(head, ',').stream()
                            .filter(part -> !COMPONENT.matcher(firstOf(part)).find())
                            .forEach(found::add);
                }
                scopes.push(scoped || !head.startsWith("@"));
            } else if (here == '}') {
                scopes.pop();
            }
            if (here == '{' || here == '}' || here == ';') {
                from = at + 1;
            }
        }
        return found;
    }

    private static String firstOf(String selector) {
        return parts(selector, ' ').get(0);
    }

    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            depth += here == '(' ? 1 : here == ')' ? -1 : 0;
            if (here == separator && depth == 0) {
                parts.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    private static final Path TEMPLATES = Path.of("src/main/jte/page");

    /** The end of an expression, and a space where the line may break. */
    private static final Pattern BREAKING_PERCENT = Pattern.compile("\\} %");

    private static final Pattern REQUEST = Pattern.compile("\\b(GET|PUT|POST|DELETE) /");

    private static List<String> lines(Path folder, String ending, Pattern found) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : Folders.allFiles(folder, ending)) {
            Files.readAllLines(file).stream()
                    .filter(line -> found.matcher(line).find())
                    .forEach(line -> lines.add(file + ": " + line.strip()));
        }
        return lines;
    }

    @Test
    void figuresAndTheirUnitsStayOnOneLine() throws IOException {
        assertThat(lines(PAGES, ".js", BREAKING_PERCENT)).isEmpty();
    }

    @Test
    void pagesForReadersNameNoRequest() throws IOException {
        assertThat(lines(TEMPLATES, ".jte", REQUEST)).isEmpty();
    }

    /** On a touch screen the style of what is pointed at would stay after a tap. */
    @Test
    void styleOfWhatIsPointedAtIsForPointersThatHover() throws IOException {
        assertThat(lines(PAGES, ".css", Pattern.compile(":hover")))
                .isNotEmpty()
                .allMatch(line -> line.contains("@media (hover: hover)"));
    }

    /** Pages and documents write the short name where the whole one has no room; it is a part of that, not another one. */
    @Test
    void eachFactorHasOneName() {
        assertThat(Shipped.books())
                .allSatisfy(book -> assertThat(book.book().catalogue().groups())
                        .isNotEmpty()
                        .allSatisfy(group -> assertThat(group.label()).containsIgnoringCase(group.shortLabel())));
    }
}
