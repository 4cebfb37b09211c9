package entente;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds beside the main one have its versions of what both use, and it has nothing of theirs. */
class PomsTest {

    private static final Path MAIN = Path.of("pom.xml");
    private static final Pattern VERSION = Pattern.compile("<([a-z0-9.-]+\\.version)>([^<$]+)</\\1>");
    private static final Pattern PROJECT =
            Pattern.compile("<artifactId>entente[a-z-]*</artifactId>\\s*<version>([^<]+)<");

    @ParameterizedTest
    @ValueSource(strings = {"src/benchmark/pom.xml", "src/spark/pom.xml"})
    void versionsAreThoseOfTheMainBuild(Path other) throws IOException {
        Map<String, String> common = versions(other);
        Map<String, String> main = versions(MAIN);
        common.keySet().retainAll(main.keySet());
        assertThat(common)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy((name, version) -> assertThat(version).as(name).isEqualTo(main.get(name)));
    }

    private static Map<String, String> versions(Path pom) throws IOException {
        String text = Files.readString(pom);
        Map<String, String> versions = new TreeMap<>();
        for (Matcher found = VERSION.matcher(text); found.find(); ) {
            versions.put(found.group(1), found.group(2));
        }
        Matcher project = PROJECT.matcher(text);
        assertThat(project.find()).as(pom.toString()).isTrue();
        versions.put("version of the project", project.group(1));
        return versions;
    }

    @Test
    void plainBuildKnowsNothingOfSpark() throws IOException {
        assertThat(Files.readString(MAIN).replaceAll("<exclude>org.apache.spark:\\*</exclude>", ""))
                .doesNotContainIgnoringCase("spark");
    }

    @Test
    void versionOfTheEngineIsThatOfTheProject() throws IOException {
        assertThat(versions(MAIN)).containsEntry("version of the project", Engine.VERSION);
    }
}
