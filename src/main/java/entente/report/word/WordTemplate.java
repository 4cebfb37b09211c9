package entente.report.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A document without content: its page, footer, styles and lists are files of XML in the resources. */
final class WordTemplate {

    /** Width of the text in twentieths of a point, as {@code document.xml} has it. */
    static final int TEXT_WIDTH = 9524;

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
            new Part("word/footer.xml", "footer.xml"));

    private WordTemplate() {}

    static XWPFDocument open() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Part part : PARTS) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(resource(part.resource()));
            }
        }
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = WordTemplate.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
