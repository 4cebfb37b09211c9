package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "53100, FULL",
        "23505, CONFLICT",
        "40001, CONFLICT",
        "40P01, CONFLICT",
        "HYT00, CONFLICT",
        "90131, CONFLICT",
        "08001, UNREACHABLE",
        "08006, UNREACHABLE",
        "57P01, UNREACHABLE",
        "57P03, UNREACHABLE",
        "53300, UNREACHABLE",
        "90098, UNREACHABLE",
        "90028, UNREACHABLE",
        "22001, OTHER",
        "42601, OTHER",
        ", OTHER",
    })
    void sqlStateMapsToFault(String state, DatabaseFault fault) {
        SQLException sql = new SQLException("in words", state);
        assertThat(DatabaseFault.of(sql)).isEqualTo(fault);
        assertThat(DatabaseFault.of(new UncategorizedSQLException("task", "select", sql)))
                .isEqualTo(fault);
    }

    @Test
    void rootCauseIdentifiesAFullDisk() {
        IOException full = new IOException("No space left on device");
        assertThat(DatabaseFault.of(new SQLException("closed", "90098", new IllegalStateException(full))))
                .isEqualTo(DatabaseFault.FULL);
        assertThat(DatabaseFault.of(new SQLException("x", "50000", new IOException("Disk quota exceeded"))))
                .isEqualTo(DatabaseFault.FULL);
        assertThat(DatabaseFault.of(new SQLException("x", "50000", new IOException("Input/output error"))))
                .isEqualTo(DatabaseFault.UNREACHABLE);
    }

    @Test
    void connectionTimeoutAndClosedConnectionAreUnreachable() {
        assertThat(DatabaseFault.of(new SQLTransientConnectionException("timed out")))
                .isEqualTo(DatabaseFault.UNREACHABLE);
        assertThat(DatabaseFault.of(new SQLException("Connection is closed"))).isEqualTo(DatabaseFault.UNREACHABLE);
    }

    @Test
    void originalFailureTakesPrecedenceOverFailedRollback() {
        TransactionSystemException both = new TransactionSystemException("rollback", new SQLException("other"));
        assertThat(Database.first(both)).isSameAs(both);
        ProblemException first = ProblemType.STORAGE_FULL.problem("full");
        both.initApplicationException(first);
        assertThat(Database.first(both)).isSameAs(first);
        TransactionSystemException all = new TransactionSystemException("savepoint and transaction");
        all.initApplicationException(both);
        assertThat(Database.first(all)).isSameAs(first);
    }
}
