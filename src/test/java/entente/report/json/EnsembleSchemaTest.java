package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.ensemble.run.DesignKind;
import entente.analysis.ensemble.run.Ensemble;
import entente.analysis.ensemble.run.EnsembleResult;
import entente.analysis.ensemble.run.EnsembleSamples;
import entente.testkit.JsonSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsembleSchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.named("ensemble");

    @ParameterizedTest
    @EnumSource
    void ensemblesConformToSchema(DesignKind design) {
        Ensemble ensemble = EnsembleSamples.of(design, 5000, 1);
        EnsembleResult result = EnsembleResult.of(
                ensemble, EnsembleSamples.run(ensemble, 1000, 2).count());
        assertThat(SCHEMA.problems(EnsembleJson.DOCUMENT.pretty(result))).isEmpty();
    }
}
