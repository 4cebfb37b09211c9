package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Scenario;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.ScoredScenario;
import entente.service.rulebook.ChangedRuleBook;
import entente.testkit.Concurrently;
import entente.testkit.Folders;
import entente.testkit.Shipped;
import entente.testkit.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.io.function.Uncheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions: when one is archived, what it holds, and that it is whole or absent. */
class EditionPublisherTest {

    private static final String ID = "status-quo-2025";
    private static final PublishingOptions OPTIONS = PublishingOptions.of(EnumSet.of(BriefingMedium.MD));
    private static final PublishingOptions CHANGED = OPTIONS.withIfChanged(true);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();

    private EditionArchive archive() {
        return new EditionArchive(folder.resolve("editions"));
    }

    private EditionPublisher publisher(LoadedRuleBook book) {
        return new EditionPublisher(archive(), new Briefings(book, Optional.empty()), clock);
    }

    private Optional<Edition> publish(Scenario scenario, PublishingOptions options) throws IOException {
        return publisher(Shipped.BOOK).publish(BriefingScenario.of(scenario), options);
    }

    private String text(int number) throws IOException {
        return new String(
                archive().briefing(new EditionId(ID, number), BriefingMedium.MD).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void anEditionHoldsItsStatementItsScenarioAndTheBriefingInEachFormat() throws IOException {
        Edition kept = publish(Shipped.scenario(ID), OPTIONS.withMedia(Set.of(BriefingMedium.MD, BriefingMedium.JSON)))
                .orElseThrow();

        assertThat(archive().editions()).containsExactly(kept);
        assertThat(archive().find(kept.id())).contains(kept);
        assertThat(kept.id()).hasToString("status-quo-2025/1");
        assertThat(kept.statement().likelihood())
                .isEqualTo(Shipped.assess(ID).verdict().likelihood());
        assertThat(kept.statement().lastDay()).isEqualTo(LocalDate.parse("2030-11-30"));
        assertThat(kept.issued()).isEqualTo(clock.instant());
        assertThat(archive().media(kept.id())).containsExactly(BriefingMedium.MD, BriefingMedium.JSON);
        assertThat(archive().scenario(kept))
                .isEqualTo(Shipped.scenario(ID).resolved().getBytes(StandardCharsets.UTF_8));
        assertThat(text(1)).doesNotContain("Since ");
    }

    @Test
    void theNextEditionSaysWhatChangedSinceTheLast() throws IOException {
        publish(Shipped.scenario(ID), OPTIONS);
        Edition next = publish(Shipped.with(ID, Map.of("political_will_to_ally", "3")), CHANGED)
                .orElseThrow();

        assertThat(next.id().number()).isEqualTo(2);
        assertThat(next.previous()).contains(1);
        assertThat(text(2)).contains("Since the edition of", "has risen by", "went from");
    }

    @Test
    void theSameScenarioUnderTheSameRulesIsNoChange() throws IOException {
        publish(Shipped.scenario(ID), CHANGED);
        assertThat(publish(Shipped.scenario(ID), CHANGED)).isEmpty();
        assertThat(publish(Shipped.scenario(ID), OPTIONS)).isPresent();
        assertThat(archive().editions(ID)).hasSize(2);
    }

    @Test
    void aGradedReadingIsAChangeAlsoWhereTheStatementStays() throws IOException {
        Scenario before = Shipped.scenario(ID);
        publish(before, CHANGED);
        Scenario after = Shipped.BOOK.book().catalogue().indicators().stream()
                .filter(Indicator::ordinal)
                .flatMap(indicator -> IntStream.rangeClosed((int) indicator.low(), (int) indicator.high())
                        .mapToObj(value -> Map.of(indicator.id(), Integer.toString(value))))
                .map(set -> Shipped.with(ID, set))
                .filter(scenario -> !grades(scenario).equals(grades(before))
                        && likelihood(scenario).equals(likelihood(before)))
                .findFirst()
                .orElseThrow();
        assertThat(publish(after, CHANGED)).isPresent();
    }

    private static List<Object> grades(Scenario scenario) {
        return List.of(
                (Object[]) ScoredScenario.grades(scenario, Shipped.BOOK.book().catalogue()));
    }

    private static Percent likelihood(Scenario scenario) {
        return Shipped.ASSESSOR.assess(scenario).verdict().likelihood();
    }

    @Test
    void changedRulesAreAChangeAndTheEditionSaysSo() throws Exception {
        publish(Shipped.scenario(ID), CHANGED);
        LoadedRuleBook book = ChangedRuleBook.of("9.9.9", "f".repeat(64)).loadedRuleBook();
        Optional<Edition> next = publisher(book).publish(BriefingScenario.of(Shipped.scenario(ID)), CHANGED);

        assertThat(next).isPresent();
        assertThat(text(2))
                .contains("under the present rules, which have changed since. Under the rules of that time, ");
    }

    @Test
    void aScenarioOfAnEarlierDateIsRefused() throws IOException {
        publish(Shipped.scenario(ID), OPTIONS);
        Scenario earlier = Shipped.parse(Shipped.scenario(ID)
                .resolved()
                .replace("\"asOf\":\"2025-11-30\",\"ho", "\"asOf\":\"2025-11-29\",\"ho"));
        assertThatThrownBy(() -> publish(earlier, OPTIONS))
                .isInstanceOf(EditionException.class)
                .hasMessageContaining("earlier date than its last edition, which is of 2025-11-30");
    }

    @Test
    void aDamagedEditionIsRefusedAndNotRepeated() throws IOException {
        publish(Shipped.scenario(ID), OPTIONS);
        Path file = folder.resolve("editions/" + ID + "/1/scenario.json");
        Files.writeString(file, Files.readString(file).replace("Status", "Other"));
        assertThatThrownBy(() -> publish(Shipped.scenario(ID), CHANGED))
                .isInstanceOf(DamagedEditionException.class)
                .hasMessageContaining("scenario.json is damaged");
        Files.delete(file.resolveSibling("edition.json"));
        assertThatThrownBy(() -> publish(Shipped.scenario(ID), OPTIONS)).isInstanceOf(DamagedEditionException.class);
        assertThat(file.getParent().resolveSibling("2")).doesNotExist();
    }

    @Test
    void whatAKilledWriterLeftIsNoEditionAndIsDeletedWithTheNext() throws IOException {
        String killed = ".entente-01234567-89ab-cdef-0123-456789abcdef.999999999999.tmp";
        Path half = Files.createDirectories(folder.resolve("editions/" + ID).resolve(killed));
        Files.writeString(half.resolve("edition.json"), "{");

        assertThat(archive().editions()).isEmpty();
        assertThat(archive().last(ID)).isEmpty();
        assertThat(publish(Shipped.scenario(ID), OPTIONS).orElseThrow().id().number())
                .isEqualTo(1);
        assertThat(Folders.names(folder.resolve("editions/" + ID))).containsExactlyInAnyOrder("1", ".lock");
    }

    @Test
    void writersAtTheSameTimeGetDifferentNumbersOrOneEdition() throws Exception {
        Callable<Optional<Edition>> always = () -> publish(Shipped.scenario(ID), OPTIONS);
        Callable<Optional<Edition>> ifChanged = () -> publish(Shipped.scenario("baseline-2018"), CHANGED);
        List<Optional<Edition>> results =
                Concurrently.run(List.of(always, ifChanged, always, ifChanged, always, ifChanged));

        assertThat(archive().editions(ID))
                .extracting(edition -> edition.id().number())
                .containsExactly(1, 2, 3);
        assertThat(archive().editions("baseline-2018")).hasSize(1);
        assertThat(results.stream().flatMap(Optional::stream)).hasSize(4);
    }

    /** As another machine does whose lock the file system does not tell of. */
    @Test
    void aNumberThatIsTakenUnderTheLockLeadsToTheNext() throws IOException {
        publish(Shipped.scenario(ID), OPTIONS);
        Path first = folder.resolve("editions/" + ID + "/1");
        Path taken = folder.resolve("1");
        Files.move(first, taken);
        EditionPublisher publisher = new EditionPublisher(
                archive(),
                new Briefings(Shipped.BOOK, Optional.empty()),
                () -> Uncheck.get(() -> {
                    if (Files.exists(taken)) {
                        Files.move(taken, first);
                    }
                    return clock.instant();
                }));

        assertThat(publisher
                        .publish(BriefingScenario.of(Shipped.scenario(ID)), OPTIONS)
                        .orElseThrow()
                        .id()
                        .number())
                .isEqualTo(2);
    }

    /** As two instances do of which one stalled and the other took its run over, or a client that asks again. */
    @Test
    void aRequestPublishesOneEdition() throws Exception {
        Callable<Optional<Edition>> request = () -> publish(Shipped.scenario(ID), request("first"));
        List<Optional<Edition>> results = Concurrently.run(List.of(request, request, request, request));
        assertThat(archive().editions(ID)).hasSize(1);
        assertThat(results).containsOnly(archive().last(ID));
        Edition second = publish(Shipped.scenario(ID), request("second")).orElseThrow();
        assertThat(second.id().number()).isEqualTo(2);
        assertThat(request.call().orElseThrow().id().number())
                .as("although another one was published since")
                .isEqualTo(1);
    }

    private static PublishingOptions request(String name) {
        return OPTIONS.withRequest(Optional.of(name));
    }
}
