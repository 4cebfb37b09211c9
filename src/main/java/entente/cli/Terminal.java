package entente.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Streams of a command: results go to {@code out}, diagnostics to {@code err}.
 *
 * @param colour whether results go to a terminal with colour
 * @param progress whether diagnostics go to a terminal that can show progress
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean colour, boolean progress) {}
