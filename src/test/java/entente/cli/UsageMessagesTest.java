package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage errors are one line, followed by a reference to the help. */
class UsageMessagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    asess | there is no command asess. Did you mean assess? | ./entente
                    lint | there is no command lint. Did you mean rules lint? | ./entente
                    rules shwo | there is no command shwo. Did you mean show? | ./entente rules
                    rules lnit | there is no command lnit. Did you mean lint? | ./entente rules
                    assess x --fromat json | there is no option --fromat. Did you mean --format? | ./entente assess
                    assess x --fromat=json | there is no option --fromat. Did you mean --format? | ./entente assess
                    flip x --up --size 2 | there is no option --size. Did you mean --max-size? | ./entente flip
                    assess | Missing required parameter: … | ./entente assess
                    rules list please | rules list does not take the argument please. | ./entente rules list
                    flip a b --up | flip does not take the argument b. | ./entente flip
                    flip x | Missing required argument (specify one of these): (--to=BAND … --up … --down) | ./entente flip
                    flip x --up --down | --up, --down are mutually exclusive (specify only one) | ./entente flip
                    flip x --to | Missing required parameter for option '--to' (BAND) | ./entente flip
                    assess x --set | Missing required parameter for option '--set' (ID=VALUE) | ./entente assess
                    assess x --set y | … '--set' (ID=VALUE) should be in KEY=VALUE format but was y | ./entente assess
                    assess x --quiet=maybe | Invalid value for option '--quiet': 'maybe' is not a boolean | ./entente assess
                    assess x --ids --ids | option '--ids' should be specified only once | ./entente assess
                    flip x --up --max-size many | Invalid value for option '--max-size': 'many' is not an int | ./entente flip
                    flip x --up --format htm | --format must be one of text, json, csv, md, html, not htm. Did you mean html? | ./entente flip
                    scenario schema verification2 | there is no schema verification2. Did you mean verification? | ./entente scenario schema
                    assess x --fail-on likly | --fail-on must be one of below_one_percent, almost_no_chance, very_unlikely, unlikely, roughly_even, likely, very_likely, almost_certain, not likly. Did you mean likely? | ./entente assess
                    assess x --format jsn | --format must be one of text, json, ndjson, csv, md, html, not jsn. Did you mean json? | ./entente assess
                    rules show no_swich | there is no rule "no_swich". Did you mean no_switch? | ./entente rules show
                    scenario indicators us_avg_tarif_on_prc_pct | there is no indicator us_avg_tarif_on_prc_pct. Did you mean us_avg_tariff_on_prc_pct? | ./entente scenario indicators
                    scenario indicators us | there is no indicator us. | ./entente scenario indicators
                    """)
    void usageErrorIsOneLineWithAHelpReference(String line, String sentence, String command) {
        Invocation run = Invocation.of((Object[]) line.split(" ", -1));
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList()).hasSize(2);
        String first = run.err().lines().findFirst().orElseThrow();
        assertThat(first).startsWith("entente: ");
        for (String part : sentence.split("…", -1)) {
            assertThat(first).contains(part.strip());
        }
        assertThat(run.err()).endsWith("\nHelp: " + command + " --help\n");
    }

    @Test
    void missingOptionsAreNamedTogether() {
        Invocation run = Invocation.of("keys", "add", "name");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err())
                .isEqualTo(
                        "entente: Missing required options: '--keys=FILE', '--role=ROLE'\nHelp: ./entente keys add --help\n");
    }
}
