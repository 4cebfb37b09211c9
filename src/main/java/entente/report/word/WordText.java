package entente.report.word;

import entente.report.form.AllowedText;
import entente.report.form.Words;
import entente.report.form.Words.Emphasis;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Puts untrusted text into a document as text: no field, no link, and no character that its reader refuses. */
final class WordText {

    private WordText() {}

    /** The text in one line. */
    static String clean(String text) {
        return AllowedText.of(text.replace("\r\n", " ").replace('\r', ' '))
                .replace('\n', ' ')
                .replace('\t', ' ');
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
