package entente.cli.io;

import java.io.PrintStream;
import lombok.RequiredArgsConstructor;

/** A progress line on a terminal that is updated in place, and erased before other output. */
@RequiredArgsConstructor
public final class ProgressLine {

    private static final String ERASE = "\r\u001B[K";
    private static final int WIDTH = 30;

    private final PrintStream terminal;
    private boolean shown;

    public void show(String text) {
        terminal.print(ERASE + text);
        terminal.flush();
        shown = true;
    }

    /** A bar with a share from 0 to 1. */
    public void showShare(double share) {
        int filled = (int) (share * WIDTH);
        show("[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + (int) (share * 100) + " %");
    }

    public void erase() {
        if (shown) {
            terminal.print(ERASE);
            terminal.flush();
            shown = false;
        }
    }
}
