package entente.service.archive;

import entente.service.problem.StartupException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks the durability settings in force in an open database, wherever they were set, and refuses those that could lose
 * acknowledged entries.
 */
final class DurabilityChecks {

    /** The settings of a PostgreSQL with their allowed values. */
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply"));

    private DurabilityChecks() {}

    static DurabilityPromise embedded(DataSource source, Durability durability) {
        JdbcClient sql = JdbcClient.create(source);
        String delay =
                text(sql, "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
        if (!delay.equals("0")) {
            throw StartupException.configuration("The embedded archive acknowledges before it writes (WRITE_DELAY is "
                    + delay + ") and could lose acknowledged entries when the process is killed.");
        }
        boolean power = durability == Durability.POWER;
        return new DurabilityPromise(
                "H2 " + text(sql, "select h2version()"),
                power
                        ? "Acknowledged entries survive the end of the process, including a kill, and a power failure."
                        : "Acknowledged entries survive the end of the process, including a kill; after a "
                                + "power failure the last seconds may be lost.",
                Map.of("WRITE_DELAY", delay, "CHECKPOINT SYNC", power ? "before each acknowledgement" : "off"));
    }

    static DurabilityPromise server(DataSource source) {
        JdbcClient sql = JdbcClient.create(source);
        Map<String, String> settings = new TreeMap<>();
        REQUIRED.keySet().forEach(name -> settings.put(name, text(sql, "select current_setting('" + name + "')")));
        check(settings);
        return new DurabilityPromise(
                "PostgreSQL " + text(sql, "select current_setting('server_version')"),
                "Acknowledged entries survive the end of Entente, the end of the database and a power failure, as far as "
                        + "the disk of the database keeps what it reports as written.",
                settings);
    }

    /** @throws StartupException if acknowledged entries could be lost */
    static void check(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            if (!REQUIRED.getOrDefault(name, Set.of()).contains(value)) {
                throw StartupException.configuration(
                        "The PostgreSQL of the archive could lose acknowledged entries: its " + name + " is " + value
                                + ".");
            }
        });
    }

    private static String text(JdbcClient sql, String question) {
        return sql.sql(question).query(String.class).single();
    }
}
