package entente.crash;

import entente.Entente;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * The service over an embedded database that acknowledges before it writes, as H2 does by default. The service refuses
 * to start with that setting, so this class changes it after the start.
 */
final class DelayedWriteStore {

    static final Pattern DONE = Pattern.compile("(?m)^delayed-writes$");

    private DelayedWriteStore() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[args.length - 3]);
        Thread thread = new Thread(() -> enableWriteDelay(folder), "delayed-writes");
        thread.setDaemon(true);
        thread.start();
        Entente.main(args);
    }

    private static void enableWriteDelay(Path folder) {
        try {
            // The parent process sends a byte when the service has started.
            System.in.read();
            String url = "jdbc:h2:owneronly:" + folder.resolve("entente").toAbsolutePath()
                    + ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
            try (Connection connection = DriverManager.getConnection(url, "sa", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("set write_delay 500");
            }
            System.out.println("delayed-writes");
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(70);
        }
    }
}
