package entente.service.archive;

import entente.service.problem.StartupException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a PostgreSQL. The driver has parameters that load classes, write files or read secrets; only harmless
 * ones are allowed.
 */
record PostgresqlUrl(Optional<String> user, String hosts, String database, Map<String, String> parameters) {

    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+])(?::\\d{1,5})?";
    private static final Pattern ADDRESS = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[A-Za-z0-9._-]+)@)?"
            + "(?<hosts>" + HOST + "(?:," + HOST + ")*)/(?<database>[A-Za-z0-9_-]+)(?:\\?(?<parameters>.*))?");

    private static final Map<String, Pattern> ALLOWED = Map.ofEntries(
            allow("sslmode", "disable|allow|prefer|require|verify-ca|verify-full"),
            allow("sslrootcert", "[A-Za-z0-9._/-]+"),
            allow("sslcert", "[A-Za-z0-9._/-]+"),
            allow("sslkey", "[A-Za-z0-9._/-]+"),
            allow("connectTimeout", "\\d{1,5}"),
            allow("socketTimeout", "\\d{1,5}"),
            allow("tcpKeepAlive", "true|false"),
            allow("ApplicationName", "[A-Za-z0-9._-]+"),
            allow("currentSchema", "[a-z0-9_]+"),
            allow("targetServerType", "any|primary|secondary|preferSecondary|preferPrimary"),
            allow("loadBalanceHosts", "true|false"));

    /** Timeouts in seconds, so that a database that does not respond does not block requests. */
    private static final Map<String, String> DEFAULTS =
            Map.of("connectTimeout", "2", "socketTimeout", "5", "tcpKeepAlive", "true", "ApplicationName", "entente");

    static boolean isPostgresql(String location) {
        return location.matches("(?s)(jdbc:)?postgres(ql)?:.*");
    }

    /**
     * @throws StartupException (78)
     */
    static PostgresqlUrl parse(String location) {
        Matcher address = ADDRESS.matcher(location);
        if (!address.matches()) {
            boolean password = location.matches("(?s)[^/]*//[^/@]*:[^/@]*@.*");
            throw new StartupException(
                    78,
                    password
                            ? "entente.archive.url contains a password, which all users of this machine could read: "
                                    + "use entente.archive.password-file."
                            : "entente.archive.url is not a PostgreSQL URL of the form postgresql://user@host:port/name"
                                    + ": \"" + DatabaseUrl.printable(withoutSecrets(location)) + "\".");
        }
        return new PostgresqlUrl(
                Optional.ofNullable(address.group("user")),
                address.group("hosts"),
                address.group("database"),
                parameters(Optional.ofNullable(address.group("parameters")).orElse("")));
    }

    /** An invalid URL may contain a password anywhere, and the message is logged. */
    private static String withoutSecrets(String location) {
        return location.replaceAll("(?s)//.*@", "//…@").replaceAll("(?s)\\?.*", "?…");
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            Pattern allowed = ALLOWED.get(name);
            if (allowed == null || !allowed.matcher(value).matches() || parameters.put(name, value) != null) {
                throw new StartupException(
                        78,
                        "entente.archive.url has an unsupported or repeated parameter: \"" + DatabaseUrl.printable(name)
                                + "\". Supported: "
                                + String.join(
                                        ", ", ALLOWED.keySet().stream().sorted().toList()) + ".");
            }
        }
        DEFAULTS.forEach(parameters::putIfAbsent);
        return parameters;
    }

    String url() {
        StringBuilder url = new StringBuilder("jdbc:postgresql://" + hosts + "/" + database);
        char mark = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            url.append(mark).append(parameter.getKey()).append('=').append(parameter.getValue());
            mark = '&';
        }
        return url.toString();
    }

    private static Map.Entry<String, Pattern> allow(String name, String values) {
        return Map.entry(name, Pattern.compile(values));
    }
}
