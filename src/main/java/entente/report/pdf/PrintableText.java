package entente.report.pdf;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Names what the embedded fonts cannot draw in its place, as "[3 Han characters, not in this typeface]": a sign of
 * replacement for each would leave a reader guessing, and fonts of the system would make equal pages differ.
 */
final class PrintableText {

    private PrintableText() {}

    /** What the fonts have glyphs for; read once, when the first PDF is written. */
    private static final class Coverage {

        static final BitSet CHARACTERS = characters();

        private static BitSet characters() {
            BitSet all = new BitSet();
            for (File font : PdfRenderer.fonts()) {
                try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBufferedFile(font))) {
                    CmapLookup glyphs = parsed.getUnicodeCmapLookup();
                    for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) {
                        if (!all.get(c) && glyphs.getGlyphId(c) > 0) {
                            all.set(c);
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return all;
        }
    }

    /** The page itself, with its texts changed where it is necessary. */
    static Document of(Document page) {
        replace(page);
        return page;
    }

    private static void replace(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            String text = node.getNodeValue();
            if (!text.codePoints().allMatch(PrintableText::isDrawn)) {
                node.setNodeValue(of(Normalizer.normalize(text, Normalizer.Form.NFC)));
            }
            return;
        }
        // The title of the document is shown by the reader's own program.
        if (!"head".equals(node.getNodeName())) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                replace(child);
            }
        }
    }

    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isDrawn(c)) {
                printable.appendCodePoint(c);
                i += Character.charCount(c);
            } else {
                int end = end(text, i);
                printable.append(named(text.substring(i, end)));
                i = end;
            }
        }
        return printable.toString();
    }

    /** The end of what cannot be drawn: spaces between two such words belong to it. */
    private static int end(String text, int from) {
        int end = from;
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!isDrawn(c)) {
                end = i;
            } else if (c != ' ') {
                break;
            }
        }
        return end;
    }

    private static String named(String run) {
        String scripts = run.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .distinct()
                .map(script -> capitalized(script.name()) + " ")
                .collect(Collectors.joining("and "));
        long count = run.codePoints().filter(c -> c != ' ').count();
        String what = scripts.isEmpty() ? "symbol" : "character";
        return "[" + count + " " + scripts + what + (count == 1 ? "" : "s") + ", not in this typeface]";
    }

    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean isDrawn(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Coverage.CHARACTERS.get(c);
    }
}
