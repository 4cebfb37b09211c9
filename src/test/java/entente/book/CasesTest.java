package entente.book;

import static org.assertj.core.api.Assertions.assertThat;

import entente.domain.Assessment;
import entente.domain.LedgerRow;
import entente.domain.LedgerStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each worked example beside the rules comes out as it says. */
class CasesTest {

    private static final Set<String> KEYS = Set.of("sentence", "extends", "readings", "expect");
    private static final Set<String> EXPECTATIONS =
            Set.of("fired", "notFired", "undetermined", "overridden", "band", "relationship");

    @TestFactory
    Stream<DynamicTest> example() {
        return Cases.all().stream().map(c -> DynamicTest.dynamicTest(c.sentence(), () -> check(c)));
    }

    private static void check(Cases.Case example) {
        assertThat(KEYS).containsAll(example.root().propertyNames());
        assertThat(EXPECTATIONS).containsAll(example.root().path("expect").propertyNames());
        Assessment assessment = example.assess();
        Map<String, LedgerRow> rows = Cases.rows(assessment);
        SoftAssertions all = new SoftAssertions();
        example.expected("fired").forEach(id -> status(all, rows, id).isEqualTo(LedgerStatus.FIRED));
        example.expected("notFired").forEach(id -> status(all, rows, id).isNotEqualTo(LedgerStatus.FIRED));
        example.expected("undetermined").forEach(id -> status(all, rows, id).isEqualTo(LedgerStatus.UNDETERMINED));
        example.expect("overridden").properties().forEach(entry -> {
            status(all, rows, entry.getKey()).isEqualTo(LedgerStatus.OVERRIDDEN);
            all.assertThat(rows.get(entry.getKey()).overriddenBy())
                    .as("what overrides " + entry.getKey())
                    .contains(entry.getValue().asString());
        });
        if (example.expect("band").isString()) {
            all.assertThat(assessment.verdict().likelihood().band())
                    .hasToString(example.expect("band").asString());
        }
        if (example.expect("relationship").isString()) {
            all.assertThat(assessment.verdict().relationship().map(Enum::name))
                    .contains(example.expect("relationship").asString());
        }
        all.assertAll();
    }

    private static ObjectAssert<LedgerStatus> status(SoftAssertions all, Map<String, LedgerRow> rows, String id) {
        assertThat(rows).as("the rules of the book").containsKey(id);
        return all.assertThatObject(rows.get(id).status()).as(id);
    }

    @Test
    void everySentenceIsOneAndStandsOnce() {
        List<Cases.Case> cases = Cases.all();
        assertThat(cases).hasSizeGreaterThan(30).allSatisfy(c -> {
            assertThat(c.sentence()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(c.root().path("expect").isEmpty()).as("expects nothing").isFalse();
        });
        assertThat(new TreeSet<>(cases.stream().map(Cases.Case::sentence).toList()))
                .hasSameSizeAs(cases);
    }
}
