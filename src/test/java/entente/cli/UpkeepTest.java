package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Engine;
import entente.model.Indicator;
import entente.model.rule.Rule;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands for maintaining scenarios and rules. */
class UpkeepTest {

    @TempDir
    private Path folder;

    @Test
    void newScenarioIsValidAndHasNoKnownReadings() {
        Invocation run =
                Invocation.of("scenario", "init", "new-world", "--out", folder).ok();
        assertThat(run.out()).isEmpty();
        Path file = folder.resolve("new-world.json");
        assertThat(run.err()).startsWith("Wrote " + file);
        int count = Shipped.BOOK.book().catalogue().indicators().size();
        assertThat(Invocation.of("validate", file))
                .isEqualTo(
                        new Invocation(0, file + ": valid; 0 readings known, 0 assumed, " + count + " unknown\n", ""));
        Invocation.output("assess", file);
    }

    @Test
    void newScenarioCanBeASpreadsheet() {
        Path file = folder.resolve("new-world.xlsx");
        assertThat(Invocation.of("scenario", "init", "new-world.xlsx", "--out", folder))
                .isEqualTo(new Invocation(
                        0,
                        "",
                        "Wrote " + file + ". Fill in the known readings, then: ./entente validate " + file + "\n"));
        assertThat(Invocation.output("validate", file)).startsWith(file + ": valid; 0 readings known");
        Invocation.of("scenario", "init", "new-world.xlsx", "--out", folder).expect(73);
    }

    @Test
    void newScenarioNamesTheSchemaInItsFolder() throws IOException {
        Files.writeString(folder.resolve("scenario.schema.json"), "{}");
        Invocation.of("scenario", "init", "new-world", "--out", folder);
        assertThat(Files.readString(folder.resolve("new-world.json")))
                .contains("\"$schema\": \"scenario.schema.json\"");
    }

    @Tag("thorough")
    @Test
    void everyIndicatorIsListedAndShown() {
        String list = Invocation.output("scenario", "indicators");
        JsonNode json = Invocation.json("scenario", "indicators");
        var indicators = Shipped.BOOK.book().catalogue().indicators();
        assertThat(json.values())
                .extracting(i -> i.get("id").asString())
                .isEqualTo(indicators.stream().map(Indicator::id).toList());
        for (Indicator indicator : indicators) {
            assertThat(list).contains(indicator.id() + " ");
            assertThat(Invocation.output("scenario", "indicators", indicator.id()))
                    .contains(indicator.id(), "range")
                    .contains(indicator.cites());
            assertThat(Invocation.json("scenario", "indicators", indicator.id()).at("/0/cutPoints"))
                    .hasSize(4);
        }
    }

    @Test
    void everyRuleIsListedAndShown() {
        String list = Invocation.output("rules", "list");
        JsonNode json = Invocation.json("rules", "list");
        var rules = Shipped.BOOK.book().rules();
        assertThat(json.values())
                .extracting(r -> r.get("id").asString())
                .isEqualTo(rules.stream().map(Rule::id).toList());
        for (Rule rule : rules) {
            assertThat(list).contains("\n  " + rule.cardId() + "\n");
        }
        for (String id : new String[] {"no_switch", "deterrent_spent", "us_reads_alliance_as_offence"}) {
            assertThat(Invocation.output("rules", "show", id)).contains(id, "cites");
            assertThat(Invocation.json("rules", "show", id).at("/0/id").asString())
                    .isEqualTo(id);
        }
    }

    @Test
    void fingerprintHasVersionAndDigests() {
        String digest = Shipped.BOOK.book().sha256();
        assertThat(Invocation.output("rules", "fingerprint"))
                .isEqualTo(Shipped.BOOK.book().version() + " " + digest + " "
                        + Shipped.BOOK.book().textsSha256() + "\n");
        assertThat(Invocation.output("--version")).contains("Entente " + Engine.VERSION + "\n", digest);
        assertThat(Invocation.json("assess", Invocation.BASELINE)
                        .at("/provenance/rules/sha256")
                        .asString())
                .isEqualTo(digest);
    }

    @Test
    void matchesAreListedByGroupAsAllAre() {
        String listed = Invocation.output("scenario", "indicators");
        String[] item = listed.substring(listed.indexOf("  us_avg_tariff_on_prc_pct (percent 0 to 200)\n"))
                .split("\n");
        Invocation run = Invocation.of("scenario", "indicators", "tariff").quiet();
        assertThat(run.out()).startsWith("One indicator with “tariff”").contains(item[0] + "\n" + item[1] + "\n");
        assertThat(run.out().lines().filter(line -> line.contains(" to ") && line.contains("(")))
                .hasSize(1);
        assertThat(Invocation.output("scenario", "indicators", "TARIFF", "--format", "json"))
                .contains("\"id\": \"us_avg_tariff_on_prc_pct\"")
                .containsOnlyOnce("\"id\": ");
    }

    @Test
    void groupAndLabelAreSearchedToo() {
        long ofGroup = Shipped.BOOK.book().catalogue().indicators().stream()
                .filter(indicator -> indicator.group().equals("us_reaction"))
                .count();
        assertThat(Invocation.output("scenario", "indicators", "us-reaction").lines())
                .filteredOn(line -> line.startsWith("  ") && line.endsWith(")") && line.contains(" to "))
                .hasSize((int) ofGroup);
        assertThat(Invocation.output("scenario", "indicators", "Chinese goods"))
                .startsWith("One indicator with “Chinese goods”")
                .contains("us_avg_tariff_on_prc_pct");
    }
}
