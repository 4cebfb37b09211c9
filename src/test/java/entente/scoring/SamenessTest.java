package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.json.ResultDocument;
import entente.rulebook.RuleBooks;
import entente.testkit.Concurrently;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assessments are identical byte for byte across threads, locales and time zones. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
@Tag("law")
@Isolated
class SamenessTest {

    private static final ResultDocument<Assessment> JSON = AssessmentJson.document(LikelihoodScale.ICD203);

    /** Reads and assesses every shipped scenario. */
    private static String assessAll(Assessor assessor) {
        return Shipped.scenarioIds().stream()
                .map(id -> JSON.pretty(assessor.assess(Shipped.scenario(id))))
                .collect(Collectors.joining());
    }

    @Test
    void eightThreadsGiveTheSameBytes() throws Exception {
        String alone = assessAll(Shipped.ASSESSOR);
        assertThat(Concurrently.run(Collections.nCopies(8, () -> assessAll(Shipped.ASSESSOR))))
                .allMatch(alone::equals);
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Pacific/Kiritimati", "ar-EG, Asia/Kathmandu", "th-TH-u-ca-buddhist-nu-thai, Etc/GMT+12"})
    void assessmentIsIndependentOfLocaleAndTimeZone(String language, String zone) throws Exception {
        String before = assessAll(Shipped.ASSESSOR);
        runWithDefaults(
                language, zone, () -> assertThat(assessAll(Shipped.ASSESSOR)).isEqualTo(before));
    }

    @Test
    @Tag("thorough")
    void compilationIsIndependentOfLocaleAndTimeZone(@TempDir Path cache) throws Exception {
        String before = assessAll(Shipped.ASSESSOR);
        runWithDefaults(
                "tr-TR",
                "Asia/Kathmandu",
                () -> assertThat(assessAll(new Assessor(RuleBooks.open(Shipped.RULES, cache))))
                        .isEqualTo(before));
    }

    private static void runWithDefaults(String language, String zone, Callable<?> test) throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            test.call();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }
}
