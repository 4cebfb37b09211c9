package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.ArchiveFilters;
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

/** Requests fail while the database is unavailable and succeed again after its recovery, without a restart. */
@Timeout(180)
@Tag("thorough")
class OutageIT {

    private static final String LONG_TIMEOUTS = "?connectTimeout=60&socketTimeout=120";

    @Test
    void disconnectedPostgresqlIsUnavailableUntilReconnected() throws Exception {
        String address = TestDatabase.address();
        try (TcpProxy proxy = new TcpProxy(TestDatabase.port());
                Database store = Database.open(proxiedUrl(proxy, address, LONG_TIMEOUTS), Durability.PROCESS)) {
            Archive archive = new Archive(store, new TestClock());
            UUID before = keep(archive);
            proxy.set(TcpProxy.Line.CUT);
            assertUnavailable(() -> archive.find(before));
            assertUnavailable(() -> keep(archive));
            proxy.set(TcpProxy.Line.OPEN);
            UUID after = keepWhenAvailable(archive);
            assertThat(archive.find(before)).isPresent();
            assertThat(archive.find(after)).isPresent();
        }
    }

    @Test
    void unresponsivePostgresqlTimesOutAndRecovers() throws Exception {
        String address = TestDatabase.address();
        Database.open(DatabaseUrl.of(address, Optional.empty(), Optional.empty()), Durability.PROCESS)
                .close();
        try (TcpProxy proxy = new TcpProxy(TestDatabase.port());
                Database store = openWhenQuick(proxiedUrl(proxy, address, "?socketTimeout=3"))) {
            Archive archive = new Archive(store, new TestClock());
            keepWhenAvailable(archive);
            proxy.set(TcpProxy.Line.SILENT);
            assertUnavailable(() -> keep(archive));
            proxy.set(TcpProxy.Line.OPEN);
            assertThat(archive.find(keepWhenAvailable(archive))).isPresent();
        }
    }

    /** Retries because the three-second timeout can expire on a loaded machine. */
    private static Database openWhenQuick(DatabaseUrl url) {
        while (true) {
            try {
                return Database.open(url, Durability.PROCESS);
            } catch (RuntimeException slow) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void terminatedConnectionsFailAtMostOneRequest() throws Exception {
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

    /** Opens every connection of the pool, so that all count as recently used and are not validated. */
    private static void fill(Database store) throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(store.dataSource().getConnection());
        }
        for (Connection connection : all) {
            connection.close();
        }
    }

    /** H2 closes its file, and the database, when a writing thread is interrupted. */
    @Test
    void interruptedThreadDoesNotAffectOthers() throws Exception {
        try (Database store = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            Archive archive = new Archive(store, new TestClock());
            UUID before = keep(archive);
            for (int i = 0; i < 20; i++) {
                Thread interrupted = new Thread(() -> keepUntilInterrupted(archive));
                interrupted.start();
                keepWhenAvailable(archive);
                interrupted.interrupt();
                interrupted.join();
                assertThat(archive.find(keepWhenAvailable(archive))).isPresent();
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
            // Any exception ends the loop after the interrupt.
        }
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ProblemType.ARCHIVE_UNAVAILABLE);
            assertThat(refusal.retryAfter()).isPresent();
        });
    }

    /** The class timeout bounds the wait. */
    private static UUID keepWhenAvailable(Archive archive) {
        while (true) {
            try {
                return keep(archive);
            } catch (ProblemException unavailable) {
                assertThat(unavailable.type()).isEqualTo(ProblemType.ARCHIVE_UNAVAILABLE);
            }
        }
    }

    private static DatabaseUrl proxiedUrl(TcpProxy proxy, String address, String parameters) {
        String line = address.replaceAll(":\\d+/(archive\\d+)\\?.*", ":" + proxy.port() + "/$1" + parameters);
        return DatabaseUrl.of(line, Optional.empty(), Optional.empty());
    }

    private static UUID keep(Archive archive) {
        return archive.add(ArchiveFilters.assessment("s", "{}"));
    }
}
