package entente.report.word;

import entente.report.form.Block;
import entente.report.form.Block.Role;
import entente.report.form.Picture;
import entente.report.form.ProbabilityFigure;
import entente.report.form.ProbabilityTable;
import entente.report.form.Report;
import entente.report.form.SeriesFigure;
import entente.report.form.SwingFigure;
import entente.report.form.Table;
import entente.report.form.Words;
import java.math.BigInteger;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** The blocks of a report as paragraphs and tables. Charts are given in words and figures. */
@RequiredArgsConstructor
final class WordBody {

    /** Between a table and the paragraph after it, in twentieths of a point; a table has no distance of its own. */
    private static final int BELOW_TABLE = 80;

    /** Characters of a single item beyond which it is set small: sources run on. */
    private static final int RUN_ON = 400;

    private final XWPFDocument document;
    private final WordStyle section;

    void write(Report report) {
        paragraph(WordStyle.TITLE, Words.of(report.title()));
        paragraph(WordStyle.SUBTITLE, Words.of(report.subtitle()));
        report.blocks().forEach(this::block);
        separate();
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            part(heading.text());
        } else if (block instanceof Block.Prose prose) {
            prose.paragraphs().forEach(words -> paragraph(style(prose.role()), words));
        } else if (block instanceof Block.Items items) {
            items(items);
        } else if (block instanceof Block.Fields fields) {
            heading(fields.heading());
            fields.fields().forEach(this::field);
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof SwingFigure figure) {
            table(SwingTable.of(figure));
        } else if (block instanceof ProbabilityFigure figure) {
            table(ProbabilityTable.of(figure));
        } else if (block instanceof SeriesFigure figure) {
            paragraph(WordStyle.CAPTION, Words.of(figure.caption()));
        } else if (block instanceof Picture picture) {
            heading(picture.heading());
            WordPicture.add(start(WordStyle.PICTURE), picture);
            paragraph(WordStyle.CAPTION, Words.of(picture.caption()));
        } else if (block instanceof Block.Compact compact) {
            compact.blocks().forEach(this::block);
        } else if (block instanceof Block.Only only && only.setting() == Block.Setting.DOCUMENT) {
            only.blocks().forEach(this::block);
        }
    }

    /** Each part begins on a page of its own. */
    private void part(String name) {
        XWPFParagraph paragraph = start(WordStyle.PART);
        paragraph.setPageBreak(true);
        WordText.add(paragraph, Words.of(name));
    }

    private static WordStyle style(Role role) {
        return switch (role) {
            case LEAD -> WordStyle.LEAD;
            case QUOTE -> WordStyle.QUOTE;
            case FOOTER -> WordStyle.CAPTION;
            case BODY, CONTINUED -> WordStyle.NORMAL;
        };
    }

    private void heading(String heading) {
        paragraph(section, Words.of(heading));
    }

    private void items(Block.Items list) {
        List<Block.Item> items = list.items();
        if (items.isEmpty()) {
            return;
        }
        heading(list.heading());
        if (items.size() == 1 && !list.numbered()) {
            Words only = items.get(0).words();
            paragraph(only.text().length() > RUN_ON ? WordStyle.CAPTION : WordStyle.NORMAL, only);
            return;
        }
        BigInteger number = list.numbered() ? new WordNumbering(document).start() : null;
        for (int i = 0; i < items.size(); i++) {
            XWPFParagraph paragraph = start(
                    list.numbered()
                            ? WordStyle.NUMBERED
                            : WordStyle.item(items.get(i).depth()));
            if (number != null) {
                paragraph.setNumID(number);
            }
            WordText.add(paragraph, items.get(i).words());
            // A heading with a single item at the end of a page would hide that there are more.
            paragraph.setKeepNext(i == 0 && items.size() > 1);
        }
    }

    private void field(Block.Field field) {
        XWPFParagraph paragraph = start(WordStyle.NORMAL);
        WordText.add(paragraph, Words.strong(field.name() + ": "));
        WordText.add(paragraph, Words.of(field.text()));
    }

    /** Nothing for no text: an empty paragraph would be a gap. */
    private void paragraph(WordStyle style, Words words) {
        if (!words.text().isEmpty()) {
            WordText.add(start(style), words);
        }
    }

    private XWPFParagraph start(WordStyle style) {
        boolean belowTable = followsTable();
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        if (belowTable && style != WordStyle.PART && style != WordStyle.SECTION) {
            paragraph.setSpacingBefore(BELOW_TABLE);
        }
        return paragraph;
    }

    private void table(Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        heading(table.heading());
        if (!table.bodyRows().isEmpty()) {
            separate();
            WordTable.add(document, table);
        }
        table.remarks().forEach(row -> paragraph(WordStyle.CAPTION, row.text()));
    }

    /** Tables that follow each other would become one, and a document does not end with a table. */
    private void separate() {
        if (followsTable()) {
            start(WordStyle.CAPTION);
        }
    }

    private boolean followsTable() {
        List<IBodyElement> elements = document.getBodyElements();
        return !elements.isEmpty() && elements.get(elements.size() - 1) instanceof XWPFTable;
    }
}
