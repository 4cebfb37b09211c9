package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.ProblemException;
import entente.service.problem.StartupException;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.RoomSettings.Link;
import entente.service.workshop.WorkshopChange.FacilitatorCommand;
import entente.service.workshop.WorkshopState.Joining;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Codes, tokens, letters and readings; commands of the facilitator; and the address of the room. */
class WorkshopTermsTest {

    @Test
    void codesAvoidAmbiguousCharacters() {
        Set<Character> used = new TreeSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String code = WorkshopCode.random(random).text();
            assertThat(code).hasSize(6);
            code.chars().forEach(c -> used.add((char) c));
        }
        assertThat(used).hasSize(32).doesNotContain('0', 'O', '1', 'I');
    }

    @Test
    void typedCodesAreNormalized() {
        assertThat(WorkshopCode.typed("k7m-42p").map(WorkshopCode::text)).contains("K7M42P");
        assertThat(WorkshopCode.typed(" K7M 42P ").map(WorkshopCode::spaced)).contains("K7M 42P");
        assertThat(List.of("K7M42", "K7M42PP", "K7M42O", "K7M42ß", "../../x", "", "K".repeat(1000)))
                .allSatisfy(text -> assertThat(WorkshopCode.typed(text)).isEmpty());
    }

    @Test
    void tokensAreLongAndNotPrinted() {
        WorkshopToken token = WorkshopToken.generate();
        assertThat(token.reveal()).matches("entw_[A-Za-z0-9_-]{43}");
        assertThat(token.toString()).doesNotContain(token.reveal());
        assertThat(WorkshopToken.of(token.reveal()).map(WorkshopToken::digest)).contains(token.digest());
        assertThat(WorkshopToken.of("entw_short")).isEmpty();
        assertThat(token.digest())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(WorkshopToken.generate().digest());
    }

    @Test
    void lettersAreUniqueInitials() {
        assertThat(WorkshopGroup.letter("Kazan", Set.of())).isEqualTo("K");
        assertThat(WorkshopGroup.letter("Kursk", Set.of("K"))).isEqualTo("KU");
        assertThat(WorkshopGroup.letter("Kursk", Set.of("K", "KU"))).isEqualTo("KR");
        assertThat(WorkshopGroup.letter("k", Set.of("K"))).isEqualTo("KA");
        assertThat(WorkshopGroup.letter("东方", Set.of())).isEqualTo("东");
        assertThat(WorkshopGroup.letter("Group A", Set.of())).isEqualTo("G");
        assertThat(WorkshopGroup.letter("Group O", Set.of("G", "GA"))).isEqualTo("GO");
        assertThat(WorkshopGroup.letter("Table 12", Set.of("T", "T1"))).isEqualTo("T12");
        assertThat(WorkshopGroup.letter("!?", Set.of())).isEqualTo("G");
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < 64; i++) {
            String mark = WorkshopGroup.letter("K", taken);
            assertThat(mark).hasSizeLessThanOrEqualTo(3);
            assertThat(taken.add(mark)).isTrue();
        }
    }

    @Test
    void readingsRoundTripThroughText() {
        GroupReadings readings = GroupReadings.BASELINE.with(List.of(
                Change.to("b", OptionalDouble.of(11.1)),
                Change.to("a", OptionalDouble.empty()),
                Change.to("c", OptionalDouble.of(-1e-7)),
                Change.to("d", OptionalDouble.of(2)),
                Change.reset("d")));
        assertThat(readings.values())
                .isEqualTo(Map.of(
                        "a", OptionalDouble.empty(), "b", OptionalDouble.of(11.1), "c", OptionalDouble.of(-1e-7)));
        assertThat(GroupReadings.of(readings.text())).isEqualTo(readings);
        assertThat(GroupReadings.of("")).isEqualTo(GroupReadings.BASELINE);
        List<Change> changes = List.of(Change.reset("a"), Change.to("b", OptionalDouble.empty()));
        assertThat(GroupReadings.changes(GroupReadings.text(changes))).isEqualTo(changes);
    }

    // What the commands of the facilitator do to the state of a workshop.

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final Set<FacilitatorCommand> END_OF_WORK =
            EnumSet.of(FacilitatorCommand.REVEAL, FacilitatorCommand.START_ROUND, FacilitatorCommand.END);

    /** A command without a round, about the indicator b, 90 seconds and a message. */
    static WorkshopChange change(FacilitatorCommand command) {
        return change(command, Optional.empty(), "Quiet, please");
    }

    private static WorkshopChange round(int round) {
        return change(FacilitatorCommand.START_ROUND, Optional.of(round), "");
    }

    private static WorkshopChange change(FacilitatorCommand command, Optional<Integer> round, String message) {
        return new WorkshopChange(
                command,
                round,
                Optional.empty(),
                Optional.empty(),
                Optional.of(90),
                Optional.of(message),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of two rounds, with a running timer, a call, and the indicator a locked. */
    static WorkshopState state(int round, boolean revealed) {
        return new WorkshopState(
                new WorkshopCode("K7M42P"),
                "Room",
                NOW,
                "baseline-2018",
                "0".repeat(64),
                2,
                round,
                revealed,
                Optional.empty(),
                false,
                Joining.OPEN,
                List.of("a"),
                Optional.of(NOW.plusSeconds(60)),
                Optional.of("Hello"),
                5);
    }

    private static WorkshopState after(FacilitatorCommand command, WorkshopState state) {
        return after(command, state, NOW);
    }

    private static WorkshopState after(FacilitatorCommand command, WorkshopState state, Instant at) {
        return change(command).apply(state, at, List.of("b"));
    }

    private static WorkshopState after(WorkshopChange change, WorkshopState state) {
        return change.apply(state, NOW, List.of());
    }

    @ParameterizedTest
    @EnumSource(FacilitatorCommand.class)
    void callGoesWithTheWorkItWasAbout(FacilitatorCommand command) {
        Optional<String> call = after(command, state(1, false)).call();
        assertThat(call)
                .isEqualTo(
                        END_OF_WORK.contains(command)
                                ? Optional.empty()
                                : Optional.of(command == FacilitatorCommand.CALL ? "Quiet, please" : "Hello"));
        assertThat(after(change(FacilitatorCommand.CALL, Optional.empty(), " "), state(1, false))
                        .call())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FacilitatorCommand.class,
            mode = Mode.EXCLUDE,
            names = {"START_ROUND", "END"})
    void repeatedCommandLeavesTheState(FacilitatorCommand command) {
        WorkshopState once = after(command, state(1, true));
        assertThat(after(command, once)).isEqualTo(once);
    }

    @Test
    void timeStandsStillInAPause() {
        Instant later = NOW.plusSeconds(20);
        WorkshopState paused = after(FacilitatorCommand.PAUSE, state(1, false));
        assertThat(paused.paused()).isTrue();
        WorkshopState again = after(FacilitatorCommand.PAUSE, paused, later);
        assertThat(again).isEqualTo(paused);
        for (FacilitatorCommand command : List.of(FacilitatorCommand.RESUME, FacilitatorCommand.START_ROUND)) {
            WorkshopState resumed = after(command, again, later);
            assertThat(resumed.paused()).isFalse();
            assertThat(resumed.timerEnds()).contains(NOW.plusSeconds(80));
        }
        WorkshopState set = after(FacilitatorCommand.TIMER, paused, later);
        assertThat(after(FacilitatorCommand.RESUME, set, later).timerEnds()).contains(later.plusSeconds(90));
    }

    @Test
    void timerOutlivesTheStartOfARoundAndEndsOnceWithTheReveal() {
        WorkshopState before = state(0, false);
        assertThat(after(FacilitatorCommand.TIMER, before).timerEnds()).contains(NOW.plusSeconds(90));
        assertThat(after(FacilitatorCommand.START_ROUND, before).timerEnds()).isEqualTo(before.timerEnds());
        assertThat(after(FacilitatorCommand.START_ROUND, before, NOW.plusSeconds(60))
                        .timerEnds())
                .isEmpty();
        assertThat(after(FacilitatorCommand.PAUSE, before).timerEnds()).isEqualTo(before.timerEnds());
        assertThat(after(FacilitatorCommand.REVEAL, before).timerEnds()).isEmpty();
        assertThat(after(FacilitatorCommand.END, before).timerEnds()).isEmpty();
        assertThat(after(FacilitatorCommand.REVEAL, state(0, true))).isEqualTo(state(0, true));
    }

    @Test
    void newRoundIsHidden() {
        WorkshopState started = after(FacilitatorCommand.START_ROUND, state(1, true));
        assertThat(started.round()).isEqualTo(2);
        assertThat(started.revealed()).isFalse();
        assertThatThrownBy(() -> after(FacilitatorCommand.START_ROUND, started))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2 rounds");
    }

    @Test
    void roundsAreAddedOneByOneWhenTheyAreNamed() {
        WorkshopState added = after(round(3), state(2, false));
        assertThat(added.round()).isEqualTo(3);
        assertThat(added.rounds()).isEqualTo(3);
        assertThat(after(round(3), added)).isEqualTo(added);
        assertThatThrownBy(() -> after(round(4), state(2, false))).hasMessageContaining("The next round is 3");
        assertThatThrownBy(
                        () -> after(round(WorkshopChange.MAX_ROUNDS + 1), added.withRound(WorkshopChange.MAX_ROUNDS)))
                .isInstanceOf(ProblemException.class);
        assertThat(after(round(1), state(0, false)).rounds()).isEqualTo(2);
    }

    @Test
    void verdictsAreShownAndHiddenAndReadingsLocked() {
        WorkshopState before = state(1, false);
        WorkshopState revealed = after(FacilitatorCommand.REVEAL, before);
        assertThat(revealed.revealed()).isTrue();
        assertThat(after(FacilitatorCommand.HIDE, revealed).revealed()).isFalse();
        WorkshopState locked = after(FacilitatorCommand.LOCK, before);
        assertThat(locked.locked()).containsExactly("a", "b");
        assertThat(after(FacilitatorCommand.UNLOCK, locked).locked()).containsExactly("a");
    }

    @Test
    void endRevealsAndNothingFollows() {
        WorkshopState ended = after(FacilitatorCommand.END, state(1, false));
        assertThat(ended.ended()).isTrue();
        assertThat(ended.revealed()).isTrue();
        for (FacilitatorCommand command : FacilitatorCommand.values()) {
            assertThatThrownBy(() -> after(command, ended)).isInstanceOf(ProblemException.class);
        }
    }

    // Selection of the machine address that the devices in the room can reach.

    private static List<Link> link(String name, String... addresses) {
        return Arrays.stream(addresses)
                .map(address -> new Link(name, address(address)))
                .toList();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException none) {
            throw new AssertionError(none);
        }
    }

    @SafeVarargs
    private static Optional<String> chosen(List<Link>... links) {
        List<Link> all = Arrays.stream(links).flatMap(List::stream).toList();
        return RoomSettings.choose(all).map(InetAddress::getHostAddress);
    }

    @Test
    void addressThatOthersReachIsChosen() {
        List<Link> publicOne = link("eth0", "203.0.113.7");
        List<Link> container = link("docker0", "172.17.0.1");
        assertThat(chosen(publicOne, link("wlan0", "192.168.4.1")))
                .as("private before others")
                .contains("192.168.4.1");
        assertThat(chosen(link("eth0", "10.1.2.3"), link("wlan0", "172.16.0.9")))
                .contains("10.1.2.3");
        assertThat(chosen(container, publicOne)).as("real before virtual ones").contains("203.0.113.7");
        assertThat(chosen(container)).contains("172.17.0.1");
        assertThat(chosen(link("lo", "127.0.0.1"), link("eth0", "169.254.3.4", "fe80::1", "2001:db8::1")))
                .as("none that others do not reach")
                .isEmpty();
        assertThat(chosen()).isEmpty();
    }

    @Test
    void configuredAddressMustBeNumeric() {
        assertThat(settings(true, "192.168.4.1").roomAddress().map(InetAddress::getHostAddress))
                .contains("192.168.4.1");
        assertThat(settings(false, "192.168.4.1").roomAddress()).isEmpty();
        for (String wrong : List.of("room.example", "300.1.1.1", "192.168.4.1:80", "http://192.168.4.1")) {
            assertThatThrownBy(() -> settings(true, wrong).roomAddress())
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void addressThatTheServiceHasAnywayIsNoRoomAndAllAddressesAreNone() {
        assertThat(settings(true, "127.0.0.1").roomAddress()).isEmpty();
        for (String all : List.of("0.0.0.0", "::")) {
            assertThatThrownBy(() -> settings(true, all).roomAddress())
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining(all + " stands for all");
        }
    }

    private static RoomSettings settings(boolean open, String address) {
        return new RoomSettings("", "", 3, "", "", open, address);
    }

    @Test
    void qrCodeIsDrawnInHalfBlocksAndAsSvg() {
        QrImage image = new QrImage("http://192.168.4.1:8080/w/K7M42P");
        List<String> lines = image.lines();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.get(0)).matches("[█▀▄ ]+"));
        // A light margin, then the upper edge of a finder pattern.
        assertThat(lines.get(0)).matches("█+");
        assertThat(lines.get(1)).startsWith("██ ▄▄▄▄▄ █").endsWith("█ ▄▄▄▄▄ ██");
        assertThat(image.svg("QR code"))
                .startsWith("<svg ")
                .contains("aria-label=\"QR code\"")
                .doesNotContain("style")
                .doesNotContain("script");
    }
}
