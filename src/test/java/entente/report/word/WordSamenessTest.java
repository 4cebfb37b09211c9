package entente.report.word;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.EveryBlock;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents are identical byte for byte at any time, in any place. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
@Tag("thorough")
@Isolated
class WordSamenessTest {

    /** Longer than the two seconds in which a zip file counts time. */
    private static final int LATER_MILLIS = 2_100;

    @ParameterizedTest
    @CsvSource({"tr-TR, Pacific/Kiritimati", "ar-EG, Asia/Kathmandu", "th-TH-u-ca-buddhist-nu-thai, Etc/GMT+12"})
    void documentIsIndependentOfTimeLocaleAndTimeZone(String language, String zone) throws InterruptedException {
        byte[] before = WordRenderer.render(EveryBlock.ANSWER);
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Thread.sleep(LATER_MILLIS);
            assertThat(WordRenderer.render(EveryBlock.ANSWER)).isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }
}
