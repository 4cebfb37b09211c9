package entente.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar of the job has what executors lack, and nothing that they have in a version of their own. */
class JobJarIT {

    @Test
    void jarBringsEntenteAndDroolsWithoutSpark() throws IOException {
        try (JarFile jar = new JarFile(
                Output.ROOT.resolve("target/spark/entente-spark.jar").toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries)
                    .contains(
                            "entente/Entente.class",
                            "entente/spark/EnsembleOnSpark.class",
                            "org/drools/compiler/kie/builder/impl/KieServicesImpl.class",
                            "org/apache/parquet/format/FileMetaData.class")
                    .noneMatch(entry -> entry.matches("(org/apache/spark|scala|org/slf4j|META-INF/[^/]*\\.SF).*"));
            ZipEntry service = jar.getEntry("META-INF/services/org.drools.wiring.api.ComponentsSupplier");
            assertThat(new String(jar.getInputStream(service).readAllBytes(), StandardCharsets.UTF_8).lines())
                    .contains(
                            "org.drools.wiring.dynamic.DynamicComponentsSupplier",
                            "org.drools.wiring.statics.StaticComponentsSupplier");
        }
    }
}
