package entente.report.word;

import entente.report.form.AllowedText;
import entente.report.form.Words;
import entente.report.form.Words.Emphasis;
import entente.report.wording.Wording;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Puts untrusted text into a document as text: no field, no link, and no character that its reader refuses. */
final class WordText {

    /** Section and paragraph of a citation, which stay on one line. */
    private static final Pattern CITATION = Pattern.compile("(§\\d+) (¶)");

    private WordText() {}

    /** The text in one line. */
    static String clean(String text) {
        String line = AllowedText.of(text.replace("\r\n", " ").replace('\r', ' '))
                .replace('\n', ' ')
                .replace('\t', ' ');
        return CITATION.matcher(line).replaceAll("$1" + Wording.GLUE + "$2");
    }

    static void add(XWPFParagraph paragraph, Words words) {
        XWPFRun run = paragraph.createRun();
        if (words.standsOut()) {
            run.setStyle(WordStyle.STRONG.id());
        } else if (words.emphasis() == Emphasis.FAINT) {
            run.setStyle(WordStyle.FAINT.id());
        }
        run.setText(clean(words.text()));
    }
}
