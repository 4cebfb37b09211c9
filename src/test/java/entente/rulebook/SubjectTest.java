package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Catalogue;
import entente.model.Subject;
import entente.model.Subject.CeilingEvents;
import entente.model.assessment.Assessment.Warning;
import entente.model.rule.RuleBook;
import entente.report.wording.CaveatText;
import entente.testkit.Shipped;
import entente.testkit.SmallBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of the two powers are words of the rule book, part of the digest of its texts only. */
class SubjectTest {

    @TempDir
    private Path folder;

    private static RuleBook book(Path folder) throws RuleBookException {
        return new RuleBookReader(RuleBookFolder.read(folder)).read();
    }

    @Test
    void namesAreReadAndChangeTheDigestOfTextsOnly() throws Exception {
        SmallBook.copy(folder);
        RuleBook unnamed = book(folder);
        append("\nsubject:\n  pair: \"A and B\"\n  alliance: \"an A-B alliance\"\n");
        RuleBook named = book(folder);
        assertThat(named.sha256()).isEqualTo(unnamed.sha256());
        assertThat(named.textsSha256()).isNotEqualTo(unnamed.textsSha256());
        assertThat(unnamed.catalogue().subject()).isEqualTo(Subject.UNNAMED);
        assertThat(named.catalogue().subject().pair()).isEqualTo("A and B");
        assertThat(named.catalogue().subject().sourceExample()).isEqualTo(Subject.UNNAMED.sourceExample());
    }

    @Test
    void noteIsForScenariosBeforeItsDay() {
        Subject subject = Shipped.BOOK.book().catalogue().subject();
        assertThat(subject.notesAt(LocalDate.of(1991, 12, 25))).hasSize(1);
        assertThat(subject.notesAt(LocalDate.of(1991, 12, 26))).isEmpty();
    }

    @Test
    void contradictionWithoutWordsNamesBothIndicators() {
        Catalogue shipped = Shipped.BOOK.book().catalogue();
        Catalogue unnamed = new Catalogue(shipped.groups(), shipped.indicators(), shipped.dataNotes(), Subject.UNNAMED);
        Warning share =
                new Warning(Warning.Kind.SHARE_ABOVE_WHOLE, "#/readings/prc_export_share_us_pct", List.of("30", "100"));
        Warning cause = new Warning(
                Warning.Kind.TARIFF_WITHOUT_EFFECT, "#/readings/us_avg_tariff_on_prc_pct", List.of("145", "18"));
        assertThat(CaveatText.plain(share, unnamed))
                .isEqualTo("“" + shipped.indicator("prc_export_share_us_pct").shortLabel()
                        + "” (30 percent) is above “"
                        + shipped.indicator("prc_export_share_west5_pct").shortLabel()
                        + "” (a hundred percent), of which it is a part.");
        assertThat(CaveatText.plain(cause, unnamed))
                .contains("(145 percent) has no effect with")
                .contains("18 percent");
        assertThat(CaveatText.plain(share, shipped)).startsWith("The US share of China's exports (30 percent)");
    }

    @Test
    void eventsOfCeilingsHaveGeneralNames() throws Exception {
        SmallBook.copy(folder);
        assertThat(book(folder).catalogue().subject().events()).isEqualTo(CeilingEvents.UNNAMED);
        append("\nsubject:\n  pair: \"A and B\"\n  alliance: \"an alliance\"\n  events: {opening: \"war\"}\n");
        assertThat(book(folder).catalogue().subject().events())
                .isEqualTo(new CeilingEvents("war", "war", CeilingEvents.UNNAMED.breach()));
    }

    private void append(String text) throws IOException {
        Files.writeString(folder.resolve(RuleBookFolder.INDICATORS), text, StandardOpenOption.APPEND);
    }
}
