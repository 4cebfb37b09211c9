package entente.cli;

import java.io.PrintStream;

/** One line on a terminal that is replaced as work goes on, and erased before anything else is written. */
final class Progress {

    private static final String ERASE = "\r\u001B[K";

    private final PrintStream terminal;
    private boolean shown;

    Progress(PrintStream terminal) {
        this.terminal = terminal;
    }

    void show(String text) {
        terminal.print(ERASE + text);
        terminal.flush();
        shown = true;
    }

    void erase() {
        if (shown) {
            terminal.print(ERASE);
            terminal.flush();
            shown = false;
        }
    }
}
