package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import entente.report.wording.Wording;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlipCommandTest {

    private static final String SCENARIO = "scenarios/status-quo-2025.json";

    /** Brings the scenario so close to the next band that a smaller share of exports to the West reaches it. */
    private static final Map<String, String> WILLING_SET = Map.of("political_will_to_ally", "2");

    private static final String WILLING = "political_will_to_ally=2";

    private static final String CUT = Wording.figure(Shipped.cut("prc_export_share_west5_pct", Grade.LOW));

    @Test
    void printsSmallestSetsAndTheCommandToTryThem() {
        Invocation run = Invocation.of("flip", SCENARIO, "--to", "unlikely");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Now almost no chance (1–5 %): " + Shipped.percent("status-quo-2025", Map.of()) + ",")
                .contains("One reading is the least that has to change for unlikely (20–45 %)")
                .contains("at 4, very high (now 2, moderate).")
                .contains("./entente assess scenarios/status-quo-2025.json\n--set treaty_commitment_level=4");
        assertThat(Invocation.of("flip", SCENARIO, "--set", WILLING, "--to", "very_unlikely")
                        .out())
                .contains("Now almost no chance (1–5 %): " + Shipped.percent("status-quo-2025", WILLING_SET) + ".")
                .contains("below " + CUT + " %, very low (now 24.7 %,\n    moderate).");
    }

    @Test
    void suggestedCommandKeepsTheChangesOfThisRun() {
        String text = Invocation.of("flip", SCENARIO, "--set", WILLING, "--without", "mutual_mistrust", "--up")
                .out()
                .replaceAll("\\s+", " ");
        assertThat(text)
                .contains("./entente assess " + SCENARIO + " --set " + WILLING + " --without mutual_mistrust --set ");
    }

    @Test
    void reportsWhenThereIsNoFlip() {
        Invocation run = Invocation.of("flip", SCENARIO, "--to", "almost_certain", "--max-size", "1");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("No single change brings almost certain (95–99 %).");
        assertThat(Invocation.of("flip", "scenarios/sino-soviet-alliance-1950.json", "--up")
                        .out())
                .contains("There is no higher band.");
        assertThat(Invocation.of("flip", "scenarios/russian-turn-west.json", "--down")
                        .out())
                .contains("There is no lower band.");
    }

    @Test
    void intervalIsShownAndWithoutReadingsThereIsNoVerdict() {
        assertThat(Invocation.of("flip", "scenarios/status-conflict-1958.json", "--up")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("Now very unlikely (5–20 %): " + Shipped.percent("status-conflict-1958", Map.of())
                        + ", on what is rated or assumed; the open readings allow "
                        + Wording.plain(Wording.percent(Shipped.assess("status-conflict-1958")
                                .verdict()
                                .interval()
                                .low()))
                        + " to ");
        String nothing = "{\"id\": \"n\", \"title\": \"N\", \"readings\": {}}";
        assertThat(Invocation.fed(nothing, "flip", "-", "--up").out())
                .contains("Nothing is rated, so there is no verdict: the base rate alone gives "
                        + Shipped.percent(Shipped.ASSESSOR.assess(Shipped.parse(nothing))) + ".");
    }

    @Test
    void folderIsAUsageError() {
        for (String verb : new String[] {"flip --up", "explain", "sensitivity"}) {
            Object[] args = (verb + " scenarios").split(" ", -1);
            assertThat(Invocation.of(args))
                    .isEqualTo(new Invocation(
                            64,
                            "",
                            "entente: scenarios is a folder; this command takes one scenario.\n" + "Help: ./entente "
                                    + verb.split(" ", -1)[0] + " --help\n"));
        }
    }

    @Test
    void exactlyOneTargetIsRequired() {
        assertThat(Invocation.of("flip", SCENARIO).code()).isEqualTo(64);
        assertThat(Invocation.of("flip", SCENARIO, "--up", "--down").code()).isEqualTo(64);
        assertThat(Invocation.of("flip", SCENARIO, "--to", "unlikelyy").code()).isEqualTo(64);
    }

    @Test
    void locksAndSizesAreValidated() {
        Invocation lock = Invocation.of("flip", SCENARIO, "--up", "--lock", "prc_export_share_west5");
        assertThat(lock.code()).isEqualTo(64);
        assertThat(lock.err())
                .isEqualTo(
                        "entente: there is no indicator or group prc_export_share_west5 to lock. Did you mean"
                                + " prc_export_share_west5_pct?\nIndicators: ./entente scenario indicators\nHelp: ./entente flip --help\n");
        assertThat(Invocation.of("flip", SCENARIO, "--up", "--lock", "us_reactoin")
                        .err())
                .contains("Did you mean us_reaction?");
        assertThat(Invocation.of("flip", SCENARIO, "--up", "--lock", "us_rus_relations")
                        .err())
                .doesNotContain("rus_west_relations");
        assertThat(Invocation.of("flip", SCENARIO, "--up", "--max-size", "5").code())
                .isEqualTo(64);
        String share = "China's exports to 5 Western markets";
        assertThat(Invocation.of("flip", SCENARIO, "--set", WILLING, "--up").out())
                .contains(share);
        assertThat(Invocation.of("flip", SCENARIO, "--set", WILLING, "--up", "--lock", "trade_dependency")
                        .out())
                .doesNotContain(share);
    }

    @Test
    void invalidInputIsRejected() {
        assertThat(Invocation.of("flip", "nowhere.json", "--up").code()).isEqualTo(66);
        assertThat(Invocation.fed("{}", "flip", "-", "--up").code()).isEqualTo(65);
    }
}
