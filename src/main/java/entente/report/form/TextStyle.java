package entente.report.form;

/** Text styles: colour on a terminal, none in a pipe. */
public enum TextStyle {
    PLAIN,
    COLOUR;

    private static final String OFF = "\u001B[0m";

    public String strong(String text) {
        return mark("\u001B[1m", text);
    }

    public String down(String text) {
        return mark("\u001B[31m", text);
    }

    public String up(String text) {
        return mark("\u001B[32m", text);
    }

    public String faint(String text) {
        return mark("\u001B[2m", text);
    }

    private String mark(String on, String text) {
        return this == PLAIN || text.isBlank() ? text : on + text + OFF;
    }
}
