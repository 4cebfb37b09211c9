package entente.report.word;

import entente.document.PlainZip;
import entente.report.form.Answer;
import entente.report.form.Medium;
import entente.report.markdown.MarkdownPage;
import entente.report.markdown.MarkdownTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * Renders an answer as a Word document (Office Open XML) that an analyst edits: text in named styles, tables whose first row
 * is repeated on each page, no macro, no link and no field but the numbers of pages. Equal answers give equal bytes.
 */
public final class WordRenderer {

    private static final String LANGUAGE = "en-GB";

    private WordRenderer() {}

    public static byte[] render(Answer answer) {
        MarkdownPage markdown = MarkdownPage.of(answer, Medium.HTML);
        Node tree = MarkdownTree.parse(markdown);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (XWPFDocument document = WordTemplate.open()) {
                describe(document, MarkdownTree.text(tree.getFirstChild()));
                new WordBody(document, markdown, sectionStyle(tree)).write(tree);
                document.write(bytes);
            }
            return PlainZip.of(bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The outline has no gap: sections are of the second level only below parts, which are named as the title is. */
    private static WordStyle sectionStyle(Node tree) {
        return MarkdownTree.children(tree).stream()
                        .skip(1)
                        .anyMatch(node -> node instanceof Heading heading && heading.getLevel() == 1)
                ? WordStyle.SECTION
                : WordStyle.PART;
    }

    private static void describe(XWPFDocument document, String title) {
        var properties = document.getProperties().getCoreProperties().getUnderlyingProperties();
        properties.setTitleProperty(WordText.clean(title));
        properties.setLanguageProperty(LANGUAGE);
        // Otherwise the library names itself as the author.
        properties.setCreatorProperty("");
    }
}
