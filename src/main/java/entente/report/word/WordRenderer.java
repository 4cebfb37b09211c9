package entente.report.word;

import entente.document.PlainZip;
import entente.report.form.Block;
import entente.report.form.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * Renders a report as a Word document (Office Open XML) that an analyst edits: text in named styles, tables whose first row
 * is repeated on each page, no macro, no link and no field but the numbers of pages. Equal reports give equal bytes.
 */
public final class WordRenderer {

    private static final String LANGUAGE = "en-GB";

    private WordRenderer() {}

    public static byte[] render(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (XWPFDocument document = WordTemplate.open()) {
                describe(document, report.title());
                new WordBody(document, sectionStyle(report)).write(report);
                document.write(bytes);
            }
            return PlainZip.of(bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The outline has no gap: sections are of the second level only below parts. */
    private static WordStyle sectionStyle(Report report) {
        return report.blocks().stream().anyMatch(Block.Heading.class::isInstance) ? WordStyle.SECTION : WordStyle.PART;
    }

    private static void describe(XWPFDocument document, String title) {
        var properties = document.getProperties().getCoreProperties().getUnderlyingProperties();
        properties.setTitleProperty(WordText.clean(title));
        properties.setLanguageProperty(LANGUAGE);
        // Otherwise the library names itself as the author.
        properties.setCreatorProperty("");
    }
}
