package entente.model.rule;

/** The text that a rule book encodes. */
public record ArticleReference(String title, String author, int year) {

    /** As it is cited, such as "Paszak (2019)". */
    public String cited() {
        return author + " (" + year + ")";
    }
}
