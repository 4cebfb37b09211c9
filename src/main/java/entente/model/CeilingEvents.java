package entente.model;

/**
 * What the ceilings of a rule book depend on, as nouns in sentences of reports; no result depends on it.
 *
 * @param opening what lifts the lowest ceiling, without an article, as in "even with the …"
 * @param missing what is missing below that ceiling, as in "because there is no …"
 * @param breach what puts the incident ceiling on, as in "after …"
 */
public record CeilingEvents(String opening, String missing, String breach) {

    /** Of a rule book that names none. */
    public static final CeilingEvents UNNAMED =
            new CeilingEvents("decisive change", "decisive change", "a breach between the two");
}
