package entente;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Engine;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void engineVersionIsTheProjectVersion() {
        String pom = new String(Shipped.bytes(Path.of("pom.xml")), StandardCharsets.UTF_8);
        assertThat(pom).contains("<artifactId>entente</artifactId>\n  <version>" + Engine.VERSION + "</version>");
    }
}
