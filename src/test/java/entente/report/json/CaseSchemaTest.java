package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.cases.RuleBookWithCases;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema for editors accepts and rejects the same cases as the reader, as far as a schema can. */
class CaseSchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.of(CaseSchema.of(Shipped.BOOK.book()));

    /** Faults that a schema cannot detect: truncated JSON, or two inconsistent values. */
    private static final Set<String> NOT_DETECTABLE = Set.of("not-json.json", "percent-outside-band.json");

    static List<Path> good() {
        return RuleBookWithCases.files(Shipped.RULES.resolve("cases"));
    }

    static List<Path> wrong() {
        return RuleBookWithCases.files(RuleBookWithCases.CASES.resolve("wrong"));
    }

    static List<Path> bad() {
        return RuleBookWithCases.files(RuleBookWithCases.CASES.resolve("bad")).stream()
                .filter(file -> !NOT_DETECTABLE.contains(file.getFileName().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"good", "wrong"})
    void readableCasesConformToSchema(Path file) throws IOException {
        assertThat(SCHEMA.problems(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void rejectedCasesViolateSchema(Path file) throws IOException {
        assertThat(SCHEMA.problems(Files.readString(file))).isNotEmpty();
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "case").out()).isEqualTo(CaseSchema.of(Shipped.BOOK.book()));
    }
}
