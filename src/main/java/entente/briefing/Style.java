package entente.briefing;

/** How a text is marked up: in colour on a terminal, not at all in a pipe. */
public enum Style {
    PLAIN,
    COLOUR;

    private static final String OFF = "\u001B[0m";

    String strong(String text) {
        return mark("\u001B[1m", text);
    }

    String down(String text) {
        return mark("\u001B[31m", text);
    }

    String up(String text) {
        return mark("\u001B[32m", text);
    }

    String faint(String text) {
        return mark("\u001B[2m", text);
    }

    private String mark(String on, String text) {
        return this == PLAIN || text.isBlank() ? text : on + text + OFF;
    }
}
