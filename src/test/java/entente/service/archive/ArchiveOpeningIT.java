package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.service.archive.Database.DurabilityPromise;
import entente.service.problem.StartupException;
import entente.testkit.ArchiveFilters;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An archive opens only if it provides the required durability; otherwise the error states the reason. */
@Timeout(120)
@Tag("thorough")
class ArchiveOpeningIT {

    private static final Optional<String> NONE = Optional.empty();

    @Test
    void embeddedArchiveReportsItsDurability() {
        try (Database store = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            DurabilityPromise promise = store.promise();
            assertThat(promise.store()).startsWith("H2 ");
            assertThat(promise.survives())
                    .contains("survive the end of the process", "after a power failure the last seconds");
            assertThat(promise.settings()).containsEntry("WRITE_DELAY", "0");
        }
        try (Database store = Database.open(TestDatabase.h2(), Durability.POWER)) {
            assertThat(store.promise().survives()).contains("and a power failure");
        }
    }

    @Test
    void embeddedArchiveWithWriteDelayIsRejected() {
        DatabaseUrl url = TestDatabase.h2();
        DatabaseUrl delayed = with(url, url.url().replace("WRITE_DELAY=0", "WRITE_DELAY=500"));
        assertRefused(78, "WRITE_DELAY is 500", delayed);
        DatabaseUrl unset = with(url, url.url().replace(";WRITE_DELAY=0", ""));
        assertRefused(78, "WRITE_DELAY is 500", () -> Database.open(unset, Durability.POWER));
        Database.open(url, Durability.PROCESS).close();
    }

    private static DatabaseUrl with(DatabaseUrl original, String url) {
        return new DatabaseUrl(url, original.user(), original.password(), original.folder());
    }

    @Test
    void folderThatCannotBeCreatedIsRejected() throws IOException {
        Path file = Files.createFile(TestDatabase.folder().resolve("file"));
        assertRefused(73, "cannot be created", url(file.resolve("archive")));
        assertRefused(73, "cannot be created", url(file));
    }

    @Test
    void createdFolderIsAccessibleToItsOwnerOnly() throws IOException {
        Path folder = TestDatabase.folder().resolve("new").resolve("archive");
        Database.open(url(folder), Durability.PROCESS).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void nonDatabaseFileIsRejected() throws IOException {
        Path folder = TestDatabase.folder();
        Files.writeString(folder.resolve("entente.mv.db"), "not a database ".repeat(10_000));
        assertRefused(74, "cannot be read", url(folder));
    }

    @Test
    void archiveWithNewerSchemaIsRejected() {
        DatabaseUrl url = TestDatabase.h2();
        try (Database store = Database.open(url, Durability.PROCESS)) {
            store.write(() -> store.sql()
                    .sql(
                            "insert into \"flyway_schema_history\" select 99, '99', 'later', \"type\", 'V99__later.sql', 1, "
                                    + "\"installed_by\", \"installed_on\", 1, true from \"flyway_schema_history\" "
                                    + "where \"version\" = '1'")
                    .update());
        }
        assertRefused(78, "this version of Entente", url);
    }

    /** The state after a first start that was killed while it created the tables. */
    @Test
    void interruptedSchemaCreationIsCompleted() throws Exception {
        DatabaseUrl url = TestDatabase.h2();
        try (Connection connection = DriverManager.getConnection(url.url(), "sa", "")) {
            connection
                    .createStatement()
                    .execute("create table \"flyway_schema_history\" (\"installed_rank\" int not null primary key, "
                            + "\"version\" varchar(50), \"description\" varchar(200) not null, \"type\" varchar(20) not null,"
                            + "\"script\" varchar(1000) not null, \"checksum\" int, \"installed_by\" varchar(100) not null,"
                            + "\"installed_on\" timestamp default current_timestamp not null, "
                            + "\"execution_time\" int not null, \"success\" boolean not null)");
            connection
                    .createStatement()
                    .execute("create table once_answer (owner varchar(255) not null, once_key varchar(255) not null, "
                            + "fingerprint varchar(64) not null, at timestamp with time zone not null, status integer, "
                            + "headers text, body binary large object, primary key (owner, once_key))");
        }
        try (Database store = Database.open(url, Durability.PROCESS)) {
            assertThat(new Archive(store, new TestClock())
                            .list(ArchiveFilters.ALL)
                            .entries())
                    .isEmpty();
        }
    }

    @Test
    void postgresqlReportsItsDurability() {
        try (Database store = Database.open(TestDatabase.postgresql(), Durability.PROCESS)) {
            assertThat(store.promise().store()).startsWith("PostgreSQL 17");
            assertThat(store.promise().survives()).contains("power failure");
            assertThat(store.promise().settings())
                    .containsEntry("fsync", "on")
                    .containsEntry("full_page_writes", "on")
                    .containsEntry("synchronous_commit", "on");
        }
    }

    /** The check reads the effective settings from the database, regardless of their source. */
    @Test
    void postgresqlWithAsynchronousCommitIsRejected() {
        String address = TestDatabase.address() + "&options=-c%20synchronous_commit=";
        assertRefused(78, "its synchronous_commit is off", DatabaseUrl.of(address + "off", NONE, NONE));
        Database.open(DatabaseUrl.of(address + "local", NONE, NONE), Durability.PROCESS)
                .close();
    }

    @Test
    void unknownPostgresqlDatabaseOrUserIsAConfigurationError() {
        String missing = TestDatabase.address().replaceAll("/archive\\d+\\?", "/nothing?");
        assertRefused(78, "does not exist", DatabaseUrl.of(missing, NONE, NONE));
        String unknown = TestDatabase.address().replace("postgres@", "nobody@");
        assertRefused(78, "refuses the user", DatabaseUrl.of(unknown, NONE, NONE));
    }

    @Test
    void unreachablePostgresqlExitsWith69() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        DatabaseUrl url = DatabaseUrl.of("postgresql://anna@localhost:" + closed + "/x", NONE, Optional.of("geheim"));
        assertThat(assertRefused(69, "cannot be reached", url)).doesNotContain("geheim");
    }

    /** Checks a map of settings, because some of them apply to the whole server, which the other tests share. */
    @ParameterizedTest
    @CsvSource({"fsync, off", "full_page_writes, off", "synchronous_commit, off", "synchronous_commit, ''"})
    void postgresqlWithUnsafeWriteSettingsIsRejected(String setting, String value) {
        Map<String, String> settings =
                new HashMap<>(Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "remote_apply"));
        Database.checkDurability(settings);
        settings.put(setting, value);
        assertRefused(78, "its " + setting + " is " + value, () -> Database.checkDurability(settings));
    }

    private static DatabaseUrl url(Path folder) {
        return DatabaseUrl.of(folder.toString(), NONE, NONE);
    }

    private static String assertRefused(int code, String words, DatabaseUrl url) {
        return assertRefused(code, words, () -> Database.open(url, Durability.PROCESS));
    }

    /** @return what it says */
    private static String assertRefused(int code, String words, ThrowingCallable opening) {
        StartupException refused = catchThrowableOfType(StartupException.class, opening);
        assertThat(refused.getExitCode()).as(refused.sentence()).isEqualTo(code);
        assertThat(refused.sentence()).contains(words);
        return refused.sentence();
    }
}
