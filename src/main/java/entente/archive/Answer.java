package entente.archive;

import java.util.Map;

/**
 * An answer as it was sent.
 *
 * @param status of HTTP
 * @param headers names and values without line ends
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {}
