package entente.service.archive;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A database that cannot be reached once. */
public final class FailingDatabase {

    private final AtomicInteger accesses = new AtomicInteger();
    private final Database database;

    public FailingDatabase(Database opened) {
        HikariDataSource pool = (HikariDataSource) opened.dataSource();
        this.database = new Database(
                new HikariDataSource() {

                    @Override
                    public Connection getConnection() throws SQLException {
                        if (accesses.getAndDecrement() == 0) {
                            throw new SQLTransientConnectionException("on purpose");
                        }
                        return pool.getConnection();
                    }

                    @Override
                    public HikariPoolMXBean getHikariPoolMXBean() {
                        return pool.getHikariPoolMXBean();
                    }
                },
                opened.promise(),
                Optional.empty());
    }

    public Database database() {
        return database;
    }

    /** Fails the access after this number of further ones. */
    public void failAfter(int number) {
        accesses.set(number);
    }
}
