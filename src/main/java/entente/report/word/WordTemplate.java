package entente.report.word;

import entente.report.wording.VerdictSentences;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.IOUtils;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A document without content: its page, footer, styles and lists are files of XML in the resources; its fonts are in it. */
final class WordTemplate {

    /** Width of the text in twentieths of a point, as {@code document.xml} has it. */
    static final int TEXT_WIDTH = 9864;

    private static final String FOLDER = "/entente/report/word/";

    private record Part(String name, String resource) {}

    private static final List<Part> PARTS = List.of(
            new Part("[Content_Types].xml", "contentTypes.xml"),
            new Part("_rels/.rels", "packageRelations.xml"),
            new Part("word/_rels/document.xml.rels", "documentRelations.xml"),
            new Part("word/document.xml", "document.xml"),
            new Part("word/styles.xml", "styles.xml"),
            new Part("word/numbering.xml", "numbering.xml"),
            new Part("word/settings.xml", "settings.xml"),
            new Part("word/fontTable.xml", "fontTable.xml"),
            new Part("word/_rels/fontTable.xml.rels", "fontRelations.xml"),
            new Part("word/footer.xml", "footer.xml"));

    /** Fonts by their names in {@code fontRelations.xml}. */
    private static final List<Part> FONTS = List.of(
            new Part("word/fonts/sans.odttf", "source-sans-3-latin-400.ttf"),
            new Part("word/fonts/sans-bold.odttf", "source-sans-3-latin-600.ttf"),
            new Part("word/fonts/serif.odttf", "source-serif-4-latin-400.ttf"),
            new Part("word/fonts/serif-bold.odttf", "source-serif-4-latin-600.ttf"));

    /** The attribute {@code fontKey} of {@code fontTable.xml}, from its last byte to its first. */
    private static final byte[] KEY = HexFormat.of().parseHex("1f6e5d4c3b2a49f88e7d6c5b4a392817");

    /** Bytes of a font that the format masks with the key. */
    private static final int MASKED = 32;

    private WordTemplate() {}

    static XWPFDocument open() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Part part : PARTS) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(new String(IOUtils.resourceToByteArray(FOLDER + part.resource()), StandardCharsets.UTF_8)
                        .replace("{nature}", VerdictSentences.NATURE)
                        .getBytes(StandardCharsets.UTF_8));
            }
            for (Part font : FONTS) {
                zip.putNextEntry(new ZipEntry(font.name()));
                zip.write(masked(IOUtils.resourceToByteArray("/entente/fonts/" + font.resource())));
            }
        }
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static byte[] masked(byte[] font) {
        for (int i = 0; i < MASKED; i++) {
            font[i] ^= KEY[i % KEY.length];
        }
        return font;
    }
}
