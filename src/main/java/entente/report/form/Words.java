package entente.report.form;

/** @param brief the text where room is scarce: eight digits of a digest, the first of several citations */
public record Words(String text, String brief, Emphasis emphasis) {

    /** How a text stands out. UP and DOWN mark figures for and against. */
    public enum Emphasis {
        PLAIN,
        STRONG,
        FAINT,
        UP,
        DOWN
    }

    public static Words of(String text) {
        return new Words(text, text, Emphasis.PLAIN);
    }

    public static Words strong(String text) {
        return new Words(text, text, Emphasis.STRONG);
    }

    public static Words of(String text, String brief) {
        return new Words(text, brief, Emphasis.PLAIN);
    }

    /** Whether a medium without colour sets it in bold. */
    public boolean standsOut() {
        return emphasis != Emphasis.PLAIN && emphasis != Emphasis.FAINT;
    }
}
