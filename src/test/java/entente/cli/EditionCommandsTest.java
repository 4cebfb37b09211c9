package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions on the command line: kept, not repeated, resolved once, scored. */
class EditionCommandsTest {

    @TempDir
    private Path folder;

    private Invocation brief(Object... more) {
        return run("brief", "baseline-2018", more);
    }

    private Invocation resolve(String edition, String outcome, Object... more) {
        return run("editions", "resolve", concat(edition, concat(outcome, more)));
    }

    private Invocation run(Object command, Object input, Object... more) {
        Object[] words = concat(command, concat(input, more));
        Object[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--archive";
        all[words.length + 1] = folder;
        return Invocation.of(all);
    }

    private static Object[] concat(Object first, Object... rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    @Test
    void anEditionIsKeptAndNotRepeatedWithoutAChange() throws IOException {
        assertThat(brief("--format", "md,json", "--if-changed").out()).isEqualTo("Kept edition baseline-2018/1.\n");
        Invocation again = brief("--if-changed");
        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo("No edition of baseline-2018: nothing has changed since edition 1.\n");
        assertThat(brief("--if-changed", "--set", "political_will_to_ally=3").out())
                .isEqualTo("Kept edition baseline-2018/2.\n");
        try (var files = Files.list(folder.resolve("baseline-2018/1"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("briefing.md", "briefing.json", "edition.json", "scenario.json");
        }
        assertThat(Files.readString(folder.resolve("baseline-2018/2/briefing.md")))
                .contains("Since the edition of");
    }

    /** The horizon of the scenario ends on 31 December 2023. */
    @Test
    void aStatementIsResolvedOnceWithASourceAndAPossibleDay() {
        brief();
        assertThat(resolve("baseline-2018/1", "no", "--source", "S", "--on", "2023-12-30")
                        .err())
                .contains("ends on 2023-12-31; before that day it cannot be resolved as no");
        assertThat(resolve("baseline-2018/1", "no", "--source", "S", "--on", "9999-01-01")
                        .err())
                .contains("in the future");
        assertThat(resolve("baseline-2018/1", "no", "--source", " ", "--on", "2023-12-31")
                        .err())
                .contains("needs a source");
        assertThat(resolve("baseline-2018/1", "yes", "--source", "S").err()).contains("the horizon of baseline-2018/1");
        assertThat(resolve("baseline-2018/2", "no", "--source", "S").err()).contains("no edition baseline-2018/2");
        assertThat(resolve("../baseline-2018/1", "no", "--source", "S").code()).isEqualTo(64);
        assertThat(folder.resolve("baseline-2018/1/resolution.json")).doesNotExist();

        assertThat(resolve("baseline-2018/1", "no", "--source", "S", "--on", "2023-12-31")
                        .code())
                .isZero();
        assertThat(resolve("baseline-2018/1", "no", "--source", "S").code()).isZero();
        assertThat(resolve("baseline-2018/1", "yes", "--source", "S", "--on", "2023-12-31")
                        .err())
                .contains("is resolved already: no on 2023-12-31, S. A resolution is final.");
        assertThat(folder.resolve("baseline-2018/1/resolution.json")).exists();
        brief();
        assertThat(resolve("baseline-2018/2", "yes", "--source", "S", "--on", "2023-12-31")
                        .err())
                .contains("Edition baseline-2018/1 asks the same question and is resolved as no");
    }

    @Test
    void theTrackRecordComesInEachFormat() {
        brief();
        resolve("baseline-2018/1", "no", "--source", "=1+1 <b>", "--on", "2023-12-31");
        for (String format : new String[] {"text", "md", "html", "json", "csv"}) {
            Invocation record = Invocation.of("editions", "track-record", "--archive", folder, "--format", format);
            assertThat(record.code()).as(record.err()).isZero();
            assertThat(record.out()).contains("2023-12-31");
        }
        assertThat(Invocation.of("editions", "track-record", "--archive", folder, "--format", "html")
                        .out())
                .doesNotContain("<b>");
        assertThat(Invocation.of("editions", "track-record", "--archive", folder, "--format", "csv")
                        .out())
                .contains("\"'=1+1 <b>\"");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        assertThat(brief("--out", folder).err()).contains("it goes without --out and --combined");
        assertThat(Invocation.of("brief", "baseline-2018", "--if-changed").err())
                .contains("needs --archive DIR");
        assertThat(Invocation.of("editions", "track-record").code()).isEqualTo(64);
    }
}
