package entente.quality.coverage;

/** Effects of a ceiling on a likelihood. */
public enum CeilingUse {
    /** It applies, whether or not the likelihood reaches its knee. */
    IN_FORCE,
    /** It takes back its share, and the likelihood stays below its limit. */
    TAKES_BACK,
    /** It caps the likelihood at its limit. */
    AT_LIMIT
}
