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
import tools.jackson.databind.json.JsonMapper;

/** The commands for maintaining scenarios and rules. */
class UpkeepTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void newScenarioIsValidAndHasNoKnownReadings() {
        Invocation run = Invocation.of("scenario", "init", "new-world", "--out", folder);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        Path file = folder.resolve("new-world.json");
        assertThat(run.err()).startsWith("Wrote " + file);
        int count = Shipped.BOOK.book().catalogue().indicators().size();
        assertThat(Invocation.of("validate", file))
                .isEqualTo(
                        new Invocation(0, file + ": valid; 0 readings known, 0 assumed, " + count + " unknown\n", ""));
        assertThat(Invocation.of("assess", file).code()).isZero();
    }

    @Test
    void newScenarioCanBeASpreadsheet() {
        Path file = folder.resolve("new-world.xlsx");
        assertThat(Invocation.of("scenario", "init", "new-world.xlsx", "--out", folder))
                .isEqualTo(new Invocation(
                        0,
                        "",
                        "Wrote " + file + ". Fill in the known readings, then: ./entente validate " + file + "\n"));
        assertThat(Invocation.of("validate", file).out()).startsWith(file + ": valid; 0 readings known");
        assertThat(Invocation.of("scenario", "init", "new-world.xlsx", "--out", folder)
                        .code())
                .isEqualTo(73);
        assertThat(Invocation.of("scenario", "init", "new-world", "--out", folder)
                        .err())
                .contains("As a spreadsheet instead: ./entente scenario init new-world.xlsx --out " + folder);
        assertThat(Invocation.of("scenario", "init", "New World.xlsx", "--out", folder)
                        .code())
                .isEqualTo(64);
    }

    @Test
    void indicatorOfAnotherCountryIsNotSuggested() {
        assertThat(Invocation.of("scenario", "indicators", "western_sanctions_on_prc")
                        .err())
                .doesNotContain("Did you mean");
        assertThat(Invocation.of("scenario", "indicators", "western_sanction_on_rus")
                        .err())
                .contains("Did you mean western_sanctions_on_rus?");
        assertThat(Invocation.of("assess", "baseline-2018", "--set", "western_sanctions_on_prc=3")
                        .err())
                .contains("There is no indicator")
                .doesNotContain("Did you mean");
    }

    @Test
    void newChildScenarioOverridesNothing() throws IOException {
        Path parent = folder.resolve("parent.json");
        Files.writeString(
                parent,
                "{\"id\": \"parent\", \"title\": \"P\", \"horizonYears\": 10, \"asOf\": \"2020-01-01\","
                        + " \"readings\": {\"western_sanctions_on_rus\": 3}}");
        assertThat(Invocation.of("scenario", "init", "child", "--extends", "parent", "--out", folder, "--quiet"))
                .isEqualTo(new Invocation(0, "", ""));
        Invocation child = Invocation.of("assess", folder.resolve("child.json"), "--format", "json");
        JsonNode scenario = MAPPER.readTree(child.out()).get("scenario");
        assertThat(scenario.get("horizonYears").asInt()).isEqualTo(10);
        assertThat(scenario.get("asOf").asString()).isEqualTo("2020-01-01");
        assertThat(Invocation.of("validate", folder.resolve("child.json")).out())
                .contains("1 readings known", "1 inherited");
    }

    @Test
    void newScenarioNamesTheSchemaInItsFolder() throws IOException {
        Files.writeString(folder.resolve("scenario.schema.json"), "{}");
        Invocation.of("scenario", "init", "new-world", "--out", folder);
        assertThat(Files.readString(folder.resolve("new-world.json")))
                .contains("\"$schema\": \"scenario.schema.json\"");
    }

    @Test
    void validationReportIsAvailableAsJson() {
        JsonNode reports = MAPPER.readTree(
                Invocation.of("validate", Shipped.SCENARIOS, "--format", "json").out());
        assertThat(reports).hasSize(Shipped.scenarioIds().size());
        assertThat(reports.values())
                .allMatch(r -> r.get("valid").asBoolean() && r.get("errors").isEmpty());
    }

    @Tag("thorough")
    @Test
    void everyIndicatorIsListedAndShown() {
        String list = Invocation.of("scenario", "indicators").out();
        JsonNode json = MAPPER.readTree(
                Invocation.of("scenario", "indicators", "--format", "json").out());
        var indicators = Shipped.BOOK.book().catalogue().indicators();
        assertThat(json.values())
                .extracting(i -> i.get("id").asString())
                .isEqualTo(indicators.stream().map(Indicator::id).toList());
        for (Indicator indicator : indicators) {
            assertThat(list).contains(indicator.id() + " ");
            Invocation one = Invocation.of("scenario", "indicators", indicator.id());
            assertThat(one.code()).isZero();
            assertThat(one.out()).contains(indicator.id(), "range").contains(indicator.cites());
            Invocation data = Invocation.of("scenario", "indicators", indicator.id(), "--format", "json");
            assertThat(MAPPER.readTree(data.out()).get(0).get("cutPoints")).hasSize(4);
        }
        assertThat(Invocation.of("scenario", "indicators", "western_sanction_on_rus")
                        .err())
                .isEqualTo("entente: there is no indicator western_sanction_on_rus."
                        + " Did you mean western_sanctions_on_rus?\nHelp: ./entente scenario indicators --help\n");
    }

    @Test
    void everyRuleIsListedAndShown() {
        String list = Invocation.of("rules", "list").out();
        String page = Invocation.of("rules", "list", "--format", "md").out();
        JsonNode json = MAPPER.readTree(
                Invocation.of("rules", "list", "--format", "json").out());
        var rules = Shipped.BOOK.book().rules();
        assertThat(json.values())
                .extracting(r -> r.get("id").asString())
                .isEqualTo(rules.stream().map(Rule::id).toList());
        for (Rule rule : rules) {
            assertThat(list).contains("\n  " + rule.cardId() + "\n");
            assertThat(page).contains(rule.cardId());
        }
        for (String id : new String[] {"no_switch", "deterrent_spent", "us_reads_alliance_as_offence"}) {
            Invocation one = Invocation.of("rules", "show", id);
            assertThat(one.code()).isZero();
            assertThat(one.out()).contains(id, "cites");
            assertThat(MAPPER.readTree(Invocation.of("rules", "show", id, "--format", "json")
                                    .out())
                            .get(0)
                            .get("id")
                            .asString())
                    .isEqualTo(id);
        }
        assertThat(Invocation.of("rules", "show", "no_swich").err())
                .isEqualTo("entente: there is no rule \"no_swich\". Did you mean no_switch?\n"
                        + "Help: ./entente rules show --help\n");
    }

    @Test
    void fingerprintHasVersionAndDigests() {
        String digest = Shipped.BOOK.book().sha256();
        assertThat(Invocation.of("rules", "fingerprint").out())
                .isEqualTo(Shipped.BOOK.book().version() + " " + digest + " "
                        + Shipped.BOOK.book().textsSha256() + "\n");
        assertThat(Invocation.of("--version").out()).contains("Entente " + Engine.VERSION + "\n", digest);
        assertThat(MAPPER.readTree(Invocation.of("assess", Invocation.BASELINE, "--format", "json")
                                .out())
                        .at("/provenance/rules/sha256")
                        .asString())
                .isEqualTo(digest);
    }

    @Test
    void explainPrintsTheLedger() {
        Invocation whole = Invocation.of("explain", Invocation.BASELINE);
        assertThat(whole.out())
                .contains(Shipped.BOOK.book().cards().stream().map(Rule::id).toList());
        Invocation one = Invocation.of("explain", Invocation.BASELINE, "--rule", "us_reads_alliance_as_offence");
        assertThat(one.out()).contains("us_reads_alliance_as_offence", "reads 4");
        assertThat(whole.out().lines().count()).isGreaterThan(one.out().lines().count());
        Invocation changed = Invocation.of(
                "explain",
                Invocation.BASELINE,
                "--rule",
                "us_reads_alliance_as_offence",
                "--set",
                "us_reaction_severity_expected=0");
        assertThat(changed.out()).contains("reads 0").isNotEqualTo(one.out());
    }
}
