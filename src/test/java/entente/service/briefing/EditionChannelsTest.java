package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.track.Edition;
import entente.analysis.track.Statement;
import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.EditionArchive;
import entente.briefing.EditionPublisher;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.model.Reading;
import entente.model.Scenario;
import entente.report.json.ResultDocuments;
import entente.report.wording.Wording;
import entente.service.rulebook.ChangedRuleBook;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Rendered;
import entente.testkit.Shipped;
import entente.testkit.TestClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Over pairs of random editions, every channel says first what is new, and says it of what was published. */
@Tag("thorough")
class EditionChannelsTest {

    private static final int CASES = Math.max(40, Property.cases() / 25);
    private static final Set<BriefingMedium> TEXTS =
            EnumSet.of(BriefingMedium.MD, BriefingMedium.HTML, BriefingMedium.JSON);
    private static final Briefings SHIPPED = new Briefings(Shipped.BOOK, Optional.empty());
    private static final Briefings CHANGED =
            ChangedRuleBook.of("9.9.9", "f".repeat(64)).briefings();

    @TempDir
    private Path folder;

    private final Set<String> verbs = new HashSet<>();

    @Test
    void everyChannelSaysFirstWhatIsNew() throws Exception {
        for (int n = 0; n < CASES; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            Scenario first = RandomWorlds.any(random);
            Scenario second = switch (random.nextInt(4)) {
                case 0 -> first;
                case 1 -> RandomWorlds.any(random);
                default -> changed(first, random);
            };
            Briefings later = random.nextInt(4) == 0 ? CHANGED : SHIPPED;
            check("case " + n, new EditionArchive(folder.resolve("e" + n)), first, second, later, n % 20 == 3);
        }
        assertThat(verbs).contains("Risen", "Fallen", "Unchanged", "Changed");
    }

    private static Scenario changed(Scenario scenario, SplittableRandom random) {
        Scenario changed = scenario;
        for (int n = random.nextInt(5); n >= 0; n--) {
            var indicator = RandomWorlds.INDICATORS.get(random.nextInt(RandomWorlds.INDICATORS.size()));
            changed = RandomWorlds.with(
                    changed,
                    random.nextInt(3) == 0 ? Reading.unknown(indicator.id()) : RandomWorlds.reading(random, indicator));
        }
        return changed;
    }

    private void check(
            String where, EditionArchive archive, Scenario first, Scenario second, Briefings later, boolean documents)
            throws Exception {
        PublishingOptions options = PublishingOptions.of(documents ? EnumSet.allOf(BriefingMedium.class) : TEXTS);
        Edition one = new EditionPublisher(archive, SHIPPED, new TestClock())
                .publish(parsed(first), options)
                .orElseThrow();
        Edition two = new EditionPublisher(archive, later, new TestClock())
                .publish(parsed(second), options)
                .orElseThrow();
        assertThat(one.change()).as(where).isEmpty();
        assertThat(archive.find(two.id())).as(where).contains(two);
        String text = two.change().orElseThrow().text();
        String verb = verb(one.statement(), two.statement());
        verbs.add(verb);
        String before = figure(one);
        String now = figure(two);
        assertThat(text)
                .as(where)
                .startsWith(
                        verb.equals("Unchanged")
                                ? "Unchanged at " + now + " since edition 1"
                                : verb + " from " + before + " (edition 1, 30 June 2025) to " + now + ", ");
        boolean readings =
                !parsed(first).own().readings().equals(parsed(second).own().readings());
        assertThat(text.contains("rules")).as(where + ": " + text).isEqualTo(later == CHANGED);
        if (later == CHANGED) {
            assertThat(text.contains("no reading has")).as(where + ": " + text).isEqualTo(!readings);
        }
        assertEverywhere(where, archive, two, text, documents);
    }

    private static void assertEverywhere(
            String where, EditionArchive archive, Edition two, String text, boolean documents) throws Exception {
        String said = plain(text);
        String bottomLine = said + " " + plain(two.statement().text());
        assertThat(read(archive, two, BriefingMedium.MD)).as(where).contains("**" + said + " ");
        assertThat(read(archive, two, BriefingMedium.HTML))
                .as(where)
                .contains(
                        "<h1>" + said.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;") + " ");
        assertThat(read(archive, two, BriefingMedium.JSON)).as(where).contains("\"text\": \"" + said + "\"");
        for (BriefingMedium medium :
                documents ? List.of(BriefingMedium.PDF, BriefingMedium.DOCX) : List.<BriefingMedium>of()) {
            assertThat(read(archive, two, medium)).as(where).contains(said);
        }
        DeliveryContent content =
                DeliveryContent.find(archive, two.id().toString()).orElseThrow();
        assertThat(plain(BriefingMail.subject(content)))
                .as(where)
                .isEqualTo(plain(two.title() + ": " + two.change().orElseThrow().brief() + ", edition 2"));
        String drivers = plain(new JsonMapper()
                .readTree(archive.briefing(two.id(), BriefingMedium.JSON).orElseThrow())
                .path("drivers")
                .asString());
        assertThat(plain(BriefingMail.text(content)))
                .as(where)
                .startsWith(two.title() + " " + bottomLine + (drivers.isEmpty() ? "" : " " + drivers) + " ");
        assertThat(plain(new String(WebhookSender.body(UUID.randomUUID(), content), StandardCharsets.UTF_8)))
                .as(where)
                .contains("\"bottomLine\": \"" + bottomLine);
        assertThat(plain(ResultDocuments.EDITION.pretty(two)))
                .as(where + ": the list of editions")
                .contains("\"text\": \"" + said + "\"");
    }

    private static String read(EditionArchive archive, Edition edition, BriefingMedium medium) throws Exception {
        return plain(
                Rendered.text(medium, archive.briefing(edition.id(), medium).orElseThrow()));
    }

    private static String figure(Edition edition) {
        return edition.statement().figure();
    }

    /** From the published ends. */
    private static String verb(Statement before, Statement now) {
        String was = before.figure();
        String is = now.figure();
        int low = now.lowest().compareTo(before.lowest());
        int high = now.highest().compareTo(before.highest());
        if (was.equals(is)) {
            return "Unchanged";
        }
        if (was.equals("no verdict") || is.equals("no verdict")) {
            return "Changed";
        }
        return low * high <= 0 ? "Changed" : low > 0 ? "Risen" : "Fallen";
    }

    private static String plain(String text) {
        return text.replace(Wording.GLUE, ' ').replaceAll("\\s+", " ");
    }

    private static BriefingScenario parsed(Scenario scenario) {
        List<String> readings = new ArrayList<>();
        scenario.readings()
                .forEach((id, reading) -> reading.range()
                        .ifPresent(range -> readings.add("\"" + id + "\": {\"value\": " + number(range.value())
                                + ", \"low\": "
                                + number(range.low()) + ", \"high\": " + number(range.high()) + ", \"status\": \""
                                + reading.status().name().toLowerCase(java.util.Locale.ROOT) + "\"}")));
        return BriefingScenario.of(Shipped.parse(
                "{\"schemaVersion\": \"1\", \"id\": \"pair\", \"title\": \"A pair\", \"asOf\": \"2025-06-30\", "
                        + "\"horizonYears\": 5, \"readings\": {" + String.join(", ", readings) + "}}"));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
