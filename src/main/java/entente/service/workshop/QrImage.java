package entente.service.workshop;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/** A QR code, as lines for a terminal or as SVG. */
final class QrImage {

    /** Modules of white around the code, which readers need. */
    private static final int QUIET = 4;

    private static final int QUIET_TEXT = 2;

    private final QrCode code;

    QrImage(String text) {
        this.code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    }

    /** Two rows of modules in one line of half blocks; blocks are light, as letters are on most terminals. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int y = -QUIET_TEXT; y < code.size + QUIET_TEXT; y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = -QUIET_TEXT; x < code.size + QUIET_TEXT; x++) {
                boolean upper = light(x, y);
                boolean lower = y + 1 < code.size + QUIET_TEXT && light(x, y + 1);
                line.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private boolean light(int x, int y) {
        return !code.getModule(x, y);
    }

    /** Dark modules as one path on white, without scripts and styles. */
    String svg(String label) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = code.size + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" role=\"img\" aria-label=\"" + label + "\" shape-rendering=\"crispEdges\">"
                + "<rect width=\"" + size + "\" height=\"" + size + "\" fill=\"#fff\"/><path d=\"" + path
                + "\" fill=\"#000\"/></svg>\n";
    }
}
