package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Band;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.TcpProxy;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that goes away is said to be away, and used again when it is back; nobody restarts anything. */
@Timeout(180)
@Tag("thorough")
class OutageIT {

    private static final String PATIENT = "?connectTimeout=60&socketTimeout=120";

    @Test
    void aPostgresqlThatIsCutOffIsUnavailableAndComesBack() throws Exception {
        String address = TestDatabase.address();
        try (TcpProxy proxy = new TcpProxy(TestDatabase.port());
                Database store = Database.open(through(proxy, address, PATIENT), Durability.PROCESS)) {
            Archive archive = new Archive(store, new TestClock());
            UUID before = keep(archive).id();
            proxy.set(TcpProxy.Line.CUT);
            assertUnavailable(() -> archive.find(before));
            assertUnavailable(() -> keep(archive));
            proxy.set(TcpProxy.Line.OPEN);
            UUID after = keepWhenBack(archive);
            assertThat(archive.find(before)).isPresent();
            assertThat(archive.find(after)).isPresent();
        }
    }

    @Test
    void aPostgresqlThatGoesSilentIsGivenUpAndComesBack() throws Exception {
        String address = TestDatabase.address();
        Database.open(DatabaseUrl.of(address, Optional.empty(), Optional.empty()), Durability.PROCESS)
                .close();
        try (TcpProxy proxy = new TcpProxy(TestDatabase.port());
                Database store = openWhenQuick(through(proxy, address, "?socketTimeout=3"))) {
            Archive archive = new Archive(store, new TestClock());
            keepWhenBack(archive);
            proxy.set(TcpProxy.Line.SILENT);
            assertUnavailable(() -> keep(archive));
            proxy.set(TcpProxy.Line.OPEN);
            assertThat(archive.find(keepWhenBack(archive))).isPresent();
        }
    }

    /** Three seconds for an answer are much, and yet not for ever on a machine that stands still. */
    private static Database openWhenQuick(DatabaseUrl place) {
        while (true) {
            try {
                return Database.open(place, Durability.PROCESS);
            } catch (RuntimeException slow) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void whenEveryConnectionWasEndedOneRequestAtMostHearsOfIt() throws Exception {
        String address = TestDatabase.address();
        try (Database store =
                Database.open(DatabaseUrl.of(address, Optional.empty(), Optional.empty()), Durability.PROCESS)) {
            Archive archive = new Archive(store, new TestClock());
            fill(store);
            TestDatabase.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                    + address.replaceAll(".*/(archive\\d+)\\?.*", "$1") + "'");
            try {
                keep(archive);
            } catch (ProblemException first) {
                assertThat(first.type()).isEqualTo(ProblemType.ARCHIVE_UNAVAILABLE);
            }
            keep(archive);
        }
    }

    /** Every connection that the pool may have is there and was used just now, so that it would be trusted. */
    private static void fill(Database store) throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(store.dataSource().getConnection());
        }
        for (Connection connection : all) {
            connection.close();
        }
    }

    /** H2 closes a file whose thread is interrupted while it writes, and itself with it. */
    @Test
    void aThreadThatIsInterruptedHarmsNobodyElse() throws Exception {
        try (Database store = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            Archive archive = new Archive(store, new TestClock());
            UUID before = keep(archive).id();
            for (int i = 0; i < 20; i++) {
                Thread victim = new Thread(() -> keepUntilInterrupted(archive));
                victim.start();
                keepWhenBack(archive);
                victim.interrupt();
                victim.join();
                assertThat(archive.find(keepWhenBack(archive))).isPresent();
            }
            assertThat(archive.find(before)).isPresent();
        }
    }

    private static void keepUntilInterrupted(Archive archive) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                keep(archive);
            }
        } catch (RuntimeException interrupted) {
            // Whatever it is told: it was told to end.
        }
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ProblemType.ARCHIVE_UNAVAILABLE);
            assertThat(refusal.retryAfter()).isPresent();
        });
    }

    /** The guard of the class bounds the wait. */
    private static UUID keepWhenBack(Archive archive) {
        while (true) {
            try {
                return keep(archive).id();
            } catch (ProblemException away) {
                assertThat(away.type()).isEqualTo(ProblemType.ARCHIVE_UNAVAILABLE);
            }
        }
    }

    private static DatabaseUrl through(TcpProxy proxy, String address, String parameters) {
        String line = address.replaceAll(":\\d+/(archive\\d+)\\?.*", ":" + proxy.port() + "/$1" + parameters);
        return DatabaseUrl.of(line, Optional.empty(), Optional.empty());
    }

    private static ArchiveEntry keep(Archive archive) {
        return archive.add(
                new NewAssessment(new AssessmentFacts("s", "T", Band.LIKELY, 60, "s", "1", "r", "e", "o"), "{}"));
    }
}
