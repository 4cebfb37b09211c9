package entente.cli.io;

import java.io.PrintStream;

/** A progress line on a terminal that is updated in place, and erased before other output. */
public final class ProgressLine {

    private static final String ERASE = "\r\u001B[K";

    private final PrintStream terminal;
    private boolean shown;

    public ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    public void show(String text) {
        terminal.print(ERASE + text);
        terminal.flush();
        shown = true;
    }

    public void erase() {
        if (shown) {
            terminal.print(ERASE);
            terminal.flush();
            shown = false;
        }
    }
}
