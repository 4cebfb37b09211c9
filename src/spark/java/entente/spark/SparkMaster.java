package entente.spark;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;

/** Says at once that a standalone cluster cannot be reached; Spark itself tries for a minute. */
final class SparkMaster {

    private static final String SCHEME = "spark://";
    private static final int TIMEOUT_MILLIS = 5_000;

    private SparkMaster() {}

    /**
     * @param url as Spark takes it; of a standalone cluster {@code spark://HOST:PORT}, or several with commas
     * @throws CliException if none of the masters can be reached
     */
    static void check(String url) {
        if (url.startsWith(SCHEME)
                && Arrays.stream(url.substring(SCHEME.length()).split(",")).noneMatch(SparkMaster::answers)) {
            throw new CliException(ExitCode.CONFIGURATION, "no Spark master can be reached at " + url + ".");
        }
    }

    private static boolean answers(String address) {
        try (Socket socket = new Socket()) {
            URI master = URI.create(SCHEME + address);
            socket.connect(new InetSocketAddress(master.getHost(), master.getPort()), TIMEOUT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }
}
