package entente.quality.coverage;

/** What a ceiling can do to a likelihood. */
public enum CeilingUse {
    /** It is the one that counts, whether or not the likelihood reaches its knee. */
    IN_FORCE,
    /** It takes back its share and leaves the likelihood under its limit. */
    TAKES_BACK,
    /** It stops the likelihood at its limit. */
    AT_LIMIT
}
