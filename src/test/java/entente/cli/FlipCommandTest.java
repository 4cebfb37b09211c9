package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlipCommandTest {

    private static final String SCENARIO = "scenarios/status-quo-2025.json";

    @Test
    void tells_the_least_that_has_to_change_and_how_to_try_it() {
        Invocation run = Invocation.of("flip", SCENARIO, "--to", "unlikely");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Now very unlikely (5–20 %): 12.1 %.")
                .contains("One reading is the least that has to change for unlikely (20–45 %)")
                .contains("to below 15, low")
                .contains("entente assess FILE --set prc_export_share_west5_pct=14.9");
    }

    @Test
    void the_command_that_it_offers_gives_the_band() {
        Invocation run = Invocation.of("assess", SCENARIO, "--set", "prc_export_share_west5_pct=14.9");
        assertThat(run.out()).contains("is unlikely (20–45 %): 20.4 %");
    }

    @Test
    void says_so_when_there_is_none() {
        Invocation run = Invocation.of("flip", SCENARIO, "--to", "almost_certain", "--max-size", "1");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("No change of up to one reading does it");
    }

    @Test
    void json_holds_every_move_with_the_cut_that_it_crosses() {
        Invocation run = Invocation.of("flip", SCENARIO, "--up", "--format", "json");
        assertThat(run.out())
                .contains("\"target\": \"UP\"")
                .contains("\"indicator\": \"prc_export_share_west5_pct\"")
                .contains("\"below\": 15");
    }

    @Test
    void a_target_is_needed_and_only_one() {
        assertThat(Invocation.of("flip", SCENARIO).code()).isEqualTo(64);
        assertThat(Invocation.of("flip", SCENARIO, "--up", "--down").code()).isEqualTo(64);
        assertThat(Invocation.of("flip", SCENARIO, "--to", "unlikelyy").code()).isEqualTo(64);
    }

    @Test
    void locks_and_sizes_are_checked() {
        Invocation lock = Invocation.of("flip", SCENARIO, "--up", "--lock", "prc_export_share_west5");
        assertThat(lock.code()).isEqualTo(64);
        assertThat(lock.err()).contains("Did you mean prc_export_share_west5_pct?");
        assertThat(Invocation.of("flip", SCENARIO, "--up", "--max-size", "5").code())
                .isEqualTo(64);
        assertThat(Invocation.of("flip", SCENARIO, "--up", "--lock", "trade_dependency")
                        .out())
                .doesNotContain("Share of China's exports that goes to the US, Japan");
    }

    @Test
    void bad_input_is_refused_as_everywhere() {
        assertThat(Invocation.of("flip", "nowhere.json", "--up").code()).isEqualTo(66);
        assertThat(Invocation.fed("{}", "flip", "-", "--up").code()).isEqualTo(65);
    }
}
