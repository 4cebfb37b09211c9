package entente.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the pages: each is served with its media type, and nothing else is. */
class PageFilesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "entente", "page");

    private static final Map<String, String> MEDIA = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=UTF-8");

    /** An import of a module or style, with or without names. */
    private static final Pattern IMPORT =
            Pattern.compile("(?:from|import|@import|url\\()\\s*\\(?[\"']?([./][^\"')]+\\.(?:js|css|woff2|svg))");

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).map(FOLDER::relativize).toList();
        }
    }

    @Test
    void everyFileIsServedWithItsMediaType() throws IOException {
        assertThat(files()).isNotEmpty().allSatisfy(file -> {
            String path = file.toString().replace('\\', '/');
            assertThat(PageFiles.find(path)).as(path).hasValueSatisfying(served -> {
                assertThat(served.headers())
                        .containsEntry("Content-Type", MEDIA.get(path.substring(path.lastIndexOf('.') + 1)));
                assertThat(served.body()).isEqualTo(bytes(file));
            });
        });
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-such.js",
                "fonts",
                "base.css/",
                "/base.css",
                "./base.css",
                "../page/base.css",
                "lit/../../../application.yml",
                "..%2fbase.css",
                "..\\base.css",
                "base.css\u0000.js",
                "BASE.CSS",
                "lit/package.json",
                "lit/LICENSE",
                "lit-html/../lit/index.js",
                "lit//index.js",
                "base.css?x.js"
            })
    void otherPathsAreNotFound(String path) {
        assertThat(PageFiles.find(path)).isEmpty();
    }

    @Test
    void longPathIsNotFound() {
        assertThat(PageFiles.find("a/".repeat(50_000) + "a.js")).isEmpty();
    }

    /** The folder in the jar contains the version of the pom. */
    @Test
    void libraryVersionsMatchThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Map<String, String> artifacts = Map.of(
                "lit/", "lit",
                "lit-element/", "lit-element",
                "lit-html/", "lit-html",
                "reactive-element/", "lit__reactive-element",
                "swagger-ui/", "swagger-ui");
        assertThat(PageFiles.LIBRARY.keySet()).isEqualTo(artifacts.keySet());
        artifacts.forEach((folder, artifact) -> {
            Matcher version = Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)<")
                    .matcher(pom);
            assertThat(version.find()).as(artifact).isTrue();
            assertThat(PageFiles.LIBRARY.get(folder)).endsWith("/" + version.group(1) + "/");
        });
        assertThat(List.of(
                        "lit/index.js",
                        "lit/directives/repeat.js",
                        "lit-html/lit-html.js",
                        "lit-element/lit-element.js",
                        "reactive-element/reactive-element.js"))
                .allSatisfy(path -> assertThat(PageFiles.find(path)).as(path).isPresent());
    }

    @Test
    void importsReferToExistingFiles() throws IOException {
        for (Path file : files()) {
            String name = file.toString();
            if (!name.endsWith(".js") && !name.endsWith(".css")) {
                continue;
            }
            Matcher loaded = IMPORT.matcher(Files.readString(FOLDER.resolve(file)));
            while (loaded.find()) {
                String target = loaded.group(1);
                String path = target.startsWith("/page/")
                        ? target.substring("/page/".length())
                        : Path.of("/", name)
                                .getParent()
                                .resolve(target)
                                .normalize()
                                .toString()
                                .substring(1);
                assertThat(PageFiles.find(path)).as(name + " loads " + target).isPresent();
            }
        }
    }

    /** A browser is told of them all, so that it does not find one after the other; each is fetched by that address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "home",
                "workbench",
                "compare",
                "sign-in",
                "workshop/start",
                "workshop/join",
                "workshop/group",
                "workshop/board",
                "workshop/lobby",
                "workshop/projector"
            })
    void modulesAreThoseThatAPageImports(String module) throws IOException {
        assertThat(PageFiles.modules(module))
                .contains(module + ".js")
                .allSatisfy(path -> assertThat(PageFiles.find(path)).as(path).isPresent());
        assertThat(PageFiles.modules(module).stream()
                        .filter(path -> Files.exists(FOLDER.resolve(path)))
                        .toList())
                .as("a phone waits for each")
                .hasSizeLessThanOrEqualTo(45);
    }

    @Test
    void modulesOfThePageOfAGroupIncludeThoseOfTheLibrary() {
        assertThat(PageFiles.modules("workshop/group"))
                .contains(
                        "workshop/room.js",
                        "workbench/verdict-pane.js",
                        "api.js",
                        "lit/index.js",
                        "lit-html/directives/repeat.js",
                        "reactive-element/css-tag.js");
    }

    @Test
    void noFileLoadsExternalResources() throws IOException {
        for (Path file : files()) {
            String name = file.toString();
            if (name.endsWith(".js") || name.endsWith(".css") || name.endsWith(".svg")) {
                String text = new String(bytes(file), StandardCharsets.UTF_8)
                        .replace("http://www.w3.org/2000/svg", "")
                        .replace("http://www.w3.org/1999/xhtml", "");
                assertThat(text).as(name).doesNotContain("http://", "https://", "//cdn", "url(//");
            }
        }
    }

    /** The fonts may be distributed only with their licence. */
    @Test
    void fontsComeWithTheirLicence() {
        assertThat(List.of("fonts/OFL-Source-Sans-3.txt", "fonts/OFL-Source-Serif-4.txt"))
                .allSatisfy(path -> assertThat(PageFiles.find(path))
                        .hasValueSatisfying(licence -> assertThat(new String(licence.body(), StandardCharsets.UTF_8))
                                .contains("SIL OPEN FONT LICENSE")));
    }
}
