package entente.domain;

/** Which engine and which book spoke. */
public record Provenance(String engine, String rulesVersion, String rulesSha256, String schema) {

    public static final String SCHEMA = "1";
}
