package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.rulebook.InferenceCounts;
import entente.rulebook.RuleBookException;
import entente.scenario.ScenarioSource;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import entente.testkit.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An edit takes the place of the book in force as a whole, when it has come to rest, and when there is nobody to harm.
 */
@Timeout(300)
class RuleBookReloadTest extends ReloadFixture {

    @Test
    void aSoundEditIsInForceAtTheNextLookAndWhatHasBegunKeepsItsOwn() throws Exception {
        open();
        RuleBookSnapshot before = watched.activeRuleBook().current();
        String answer = SoundRuleBook.answer(before);
        book.version(1);
        assertThat(state().version()).isEqualTo("0.0.1");
        watched.poll();
        assertThat(state().version()).isEqualTo("1.0.1");
        assertThat(state().stale()).isFalse();
        RuleBookSnapshot after = watched.activeRuleBook().current();
        assertThat(state().sha256())
                .isEqualTo(after.book().sha256())
                .isNotEqualTo(before.book().sha256());
        assertThat(SoundRuleBook.answer(after)).contains(after.book().sha256()).isNotEqualTo(answer);
        assertThat(SoundRuleBook.answer(before)).isEqualTo(answer);
    }

    @Test
    void whatDoesNotChangeTheBookDoesNotChangeTheEdition() throws Exception {
        open();
        RuleBookSnapshot before = watched.activeRuleBook().current();
        book.write("claims.drl", book.read("claims.drl") + "\n// a remark\n");
        watched.poll();
        assertThat(state().stale()).isFalse();
        assertThat(watched.activeRuleBook().current()).isSameAs(before);
    }

    @Test
    void whatChangesWhileItIsReadIsReadAgain() throws Exception {
        open();
        book.version(1);
        // The writing goes on in the middle of the check, whose finding is then of half an edit.
        AtomicInteger times = new AtomicInteger();
        trick.first = () -> {
            if (times.getAndIncrement() == 0) {
                write("claims.drl", "rule nonsense");
            }
        };
        watched.poll();
        assertThat(times).as("the check was under way").hasPositiveValue();
        assertThat(state().faults()).as("nothing is made of it").isEmpty();
        assertThat(state().version()).isEqualTo("0.0.1");
        watched.poll();
        assertThat(codes()).as("and once it has come to rest it is").contains("SYNTAX");
    }

    @Test
    void aLaterEditIsInForceThoughTheCheckOfAnEarlierOneRunsOn() throws Exception {
        open(new WatchSettings(Duration.ofMillis(5), Duration.ofMillis(5), false));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        trick.first = () -> {
            begun.countDown();
            Await.ignoringInterrupts(released);
        };
        watched.start();
        book.version(1);
        begun.await();
        trick.first = () -> {};
        book.version(2);
        Await.holds("the later edit is in force", () -> state().version().equals("1.0.2"));
        assertThat(state().stale()).isFalse();
        released.countDown();
    }

    @Test
    void aThirdOfTheRulesIsNotDroppedInPassing() throws Exception {
        open();
        BrokenRuleBook.threeFewer(book);
        watched.poll();
        assertThat(codes()).containsExactly("FEWER_RULES");
        assertThat(state().faults().get(0).detail())
                .contains("has 6 rules", "active book has 9", "entente.reload.force");
        close();
        open(new WatchSettings(Duration.ofDays(1), Duration.ZERO, true));
        assertThat(watched.activeRuleBook().current().book().rules())
                .as("at a start it is what there is")
                .hasSize(6);
        SoundRuleBook.in(book.folder());
        watched.poll();
        assertThat(watched.activeRuleBook().current().book().rules()).hasSize(9);
        BrokenRuleBook.threeFewer(book);
        watched.poll();
        assertThat(state().stale()).as("with force").isFalse();
        assertThat(watched.activeRuleBook().current().book().rules()).hasSize(6);
    }

    @Test
    void aFewRulesLessAreAnEdit() throws Exception {
        open();
        String text = book.read("interplay.drl");
        book.write("interplay.drl", text.substring(0, text.indexOf("rule \"Deaths")));
        watched.poll();
        assertThat(state().faults()).isEmpty();
        assertThat(watched.activeRuleBook().current().book().rules()).hasSize(8);
    }

    @Test
    void nothingNewIsLetInWhileAThreadIsLost() throws Exception {
        open();
        lost.set(1);
        book.version(1);
        watched.poll();
        assertThat(codes()).containsExactly("LOST_THREADS");
        assertThat(state().version()).isEqualTo("0.0.1");
        watched.poll();
        assertThat(state().stale()).isTrue();
        lost.set(0);
        watched.poll();
        assertThat(state().stale()).as("once it is back, without another edit").isFalse();
        assertThat(state().version()).isEqualTo("1.0.1");
    }

    @Test
    void whatBreaksTheCheckItselfIsTriedAgainLater() throws Exception {
        open();
        for (Error error : List.of(
                new StackOverflowError("by hand"), new OutOfMemoryError("by hand"), new NoClassDefFoundError("x"))) {
            trick.first = () -> {
                throw error;
            };
            book.write("claims.drl", book.read("claims.drl") + "// " + error + "\n");
            watched.poll();
            assertThat(codes()).containsExactly("BROKEN");
            assertThat(state().faults().get(0).detail()).doesNotContain("by hand", "Error");
            trick.first = () -> {};
            for (int look = 1; look < 30; look++) {
                watched.poll();
                assertThat(state().stale()).isTrue();
            }
            watched.poll();
            assertThat(state().stale()).as("after thirty looks").isFalse();
        }
    }

    @Test
    void aScenarioThatACaseExtendsHasTheCaseTriedAgainWhenItChanges() throws Exception {
        AtomicReference<String> reading = new AtomicReference<>("18");
        ScenarioSource shelf = new ScenarioSource() {
            @Override
            public Optional<byte[]> find(String id) {
                return Optional.of(("{\"id\": \"parent\", \"title\": \"P\", \"readings\": {\"export_share_pct\": "
                                + reading.get() + "}}")
                        .getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public List<String> ids() {
                return List.of("parent");
            }
        };
        RuleBookCheck check = new RuleBookCheck(book.folder(), cache, shelf, new InferenceCounts());
        String expecting =
                "{\"sentence\": \"A case.\", \"extends\": \"parent\", \"readings\": {}, \"expect\": {\"sum\": %s}}";
        book.write("cases/first.json", String.format(expecting, "7"));
        RuleBookException wrong = catchThrowableOfType(RuleBookException.class, check::load);
        String sum = wrong.faults().get(0).detail().replaceFirst(".* the result is (.*)\\.", "$1");
        book.write("cases/first.json", String.format(expecting, sum));
        assertThat(check.load().book().rules()).hasSize(9);
        reading.set("\"much\"");
        assertThatThrownBy(check::load).isInstanceOf(RuleBookException.class);
    }
}
