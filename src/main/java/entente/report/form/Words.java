package entente.report.form;

/** A text with the emphasis that all of it has. */
public record Words(String text, Emphasis emphasis) {

    /** How a text stands out. UP and DOWN mark figures for and against. */
    public enum Emphasis {
        PLAIN,
        STRONG,
        FAINT,
        UP,
        DOWN
    }

    public static Words of(String text) {
        return new Words(text, Emphasis.PLAIN);
    }

    public static Words strong(String text) {
        return new Words(text, Emphasis.STRONG);
    }

    /** Whether a medium without colour sets it in bold. */
    public boolean standsOut() {
        return emphasis != Emphasis.PLAIN && emphasis != Emphasis.FAINT;
    }
}
