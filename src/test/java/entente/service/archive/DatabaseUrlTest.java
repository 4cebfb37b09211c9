package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.StartupException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive is a folder or a PostgreSQL URL without a password; all other values are rejected. */
class DatabaseUrlTest {

    private static final Optional<String> NONE = Optional.empty();

    @Test
    void folderMapsToAnEmbeddedDatabase() {
        DatabaseUrl url = DatabaseUrl.of("some/folder with blank", NONE, NONE);
        assertThat(url.isEmbedded()).isTrue();
        assertThat(url.folder()).contains(Path.of("some/folder with blank").toAbsolutePath());
        assertThat(url.url())
                .startsWith("jdbc:h2:owneronly:"
                        + Path.of("some/folder with blank/entente").toAbsolutePath() + ";")
                .contains(";WRITE_DELAY=0")
                .doesNotContain("INIT");
    }

    @Test
    void postgresqlUrlKeepsItsParameters() {
        DatabaseUrl url = DatabaseUrl.of(
                "postgresql://anna@db.example:5433/archive?sslmode=verify-full&sslrootcert=/etc/ca.pem", NONE, NONE);
        assertThat(url.isEmbedded()).isFalse();
        assertThat(url.user()).isEqualTo("anna");
        assertThat(url.url())
                .startsWith("jdbc:postgresql://db.example:5433/archive?")
                .contains("connectTimeout=2", "socketTimeout=5")
                .endsWith("&sslmode=verify-full&sslrootcert=/etc/ca.pem");
        assertThat(DatabaseUrl.of("jdbc:postgresql://anna@[::1]/archive", Optional.of("bert"), NONE)
                        .user())
                .isEqualTo("bert");
        assertThat(DatabaseUrl.of("postgresql://a@one:1,two:2/x?targetServerType=primary&socketTimeout=60", NONE, NONE)
                        .url())
                .startsWith("jdbc:postgresql://one:1,two:2/x?")
                .as("the last value of a parameter counts")
                .matches(".*socketTimeout=5&.*&targetServerType=primary&socketTimeout=60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "folder;INIT=RUNSCRIPT FROM 'x'",
                "folder\nINIT",
                "jdbc:h2:mem:x",
                "tcp://host/x",
                "mem:x",
                "file:/tmp/x",
                "jdbc:mysql://host/x",
                "JDBC:H2:MEM:x",
            })
    void unsupportedUrlsAreRejected(String address) {
        assertThatThrownBy(() -> DatabaseUrl.of(address, Optional.of("u"), NONE))
                .isInstanceOfSatisfying(StartupException.class, refused -> {
                    assertThat(refused.getExitCode()).isEqualTo(78);
                    assertThat(refused.sentence()).contains("entente.archive.url");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u@host/x;y",
                "postgresql://u@host/x/y",
                "postgresql://u@host/x#y",
                "postgresql://u@host/",
                "postgresql://u@host",
                "postgresql:x",
                "postgresql:///x",
                "postgresql://u@ho st/x",
                "postgresql://u@host/x?a= b",
                "postgresql://u@host/x\n",
                "postgres://u@/x",
            })
    void malformedPostgresqlUrlsAreRejected(String address) {
        assertThatThrownBy(() -> DatabaseUrl.of(address, Optional.of("u"), NONE))
                .hasFieldOrPropertyWithValue("exitCode", 78);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://anna:geheim@db/x",
                "postgresql://anna:ge/geheim@db/x",
                "postgresql://anna@db/x?password=geheim",
                "jdbc:postgresql://db/x?sslmode=require&PASSWORD=geheim",
                "postgresql://anna@db/x?sslpassword=geheim"
            })
    void passwordInTheUrlIsRejectedAndNotShown(String address) {
        assertThatThrownBy(() -> DatabaseUrl.of(address, NONE, NONE))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("password-file")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void postgresqlUrlWithoutUserIsRejected() {
        assertThatThrownBy(() -> DatabaseUrl.of("postgresql://db/x", NONE, NONE))
                .hasFieldOrPropertyWithValue("exitCode", 78)
                .hasMessageContaining("entente.archive.user");
    }

    @Test
    void toStringOmitsThePassword() {
        DatabaseUrl url = DatabaseUrl.of("postgresql://anna@db/x", NONE, Optional.of("geheim"));
        assertThat(url.password()).isEqualTo("geheim");
        assertThat(url.toString()).doesNotContain("geheim");
        assertThat(url.url()).doesNotContain("geheim");
        assertThat(DatabaseUrl.of("postgresql://anna@db:1/x?options=-c%20a=b", NONE, NONE))
                .hasToString("jdbc:postgresql://db:1/x");
    }
}
