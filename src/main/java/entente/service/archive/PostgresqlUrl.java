package entente.service.archive;

import entente.service.problem.StartupException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a PostgreSQL. Its driver takes parameters that load classes, write files or read secrets; only what is
 * known to do none of that gets through.
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

    /** A database that hangs must not hold a request for ever; seconds. */
    private static final Map<String, String> DEFAULTS =
            Map.of("connectTimeout", "2", "socketTimeout", "5", "tcpKeepAlive", "true", "ApplicationName", "entente");

    static boolean isPostgresql(String place) {
        return place.matches("(?s)(jdbc:)?postgres(ql)?:.*");
    }

    /**
     * @throws StartupException (78)
     */
    static PostgresqlUrl parse(String place) {
        Matcher address = ADDRESS.matcher(place);
        if (!address.matches()) {
            boolean password = place.matches("(?s)[^/]*//[^/@]*:[^/@]*@.*");
            throw new StartupException(
                    78,
                    password
                            ? "entente.archive.place holds a password, which everybody on this machine could read: "
                                    + "give it as entente.archive.password-file."
                            : "entente.archive.place is not the address of a PostgreSQL: postgresql://user@host:port/name "
                                    + "is, and \"" + DatabaseUrl.printable(withoutSecrets(place)) + "\" is not.");
        }
        return new PostgresqlUrl(
                Optional.ofNullable(address.group("user")),
                address.group("hosts"),
                address.group("database"),
                parameters(Optional.ofNullable(address.group("parameters")).orElse("")));
    }

    /** What somebody wrote may hold a password in places that nobody foresaw, and this goes to a log. */
    private static String withoutSecrets(String place) {
        return place.replaceAll("(?s)//.*@", "//…@").replaceAll("(?s)\\?.*", "?…");
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
                        "entente.archive.place has a parameter that it cannot have: \"" + DatabaseUrl.printable(name)
                                + "\". It may have, each once: "
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
