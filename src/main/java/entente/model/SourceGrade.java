package entente.model;

/** An Admiralty grade: reliability of the source (A–F) and credibility of the information (1–6). */
public record SourceGrade(String reliability, String credibility) {

    @Override
    public String toString() {
        return reliability + credibility;
    }
}
