package entente.report.word;

import entente.report.form.Picture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;

/** An image in a paragraph of its own, with its text alternative. */
final class WordPicture {

    private static final String NAME = "figure.png";

    private WordPicture() {}

    static void add(XWPFParagraph paragraph, Picture picture) {
        byte[] png = Base64.getDecoder().decode(picture.png());
        try {
            XWPFPicture placed = paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(png),
                            PictureType.PNG,
                            NAME,
                            Units.toEMU(picture.width()),
                            Units.toEMU(picture.height()));
            describe(placed.getCTPicture().getNvPicPr().getCNvPr(), picture);
            describe(
                    paragraph
                            .getRuns()
                            .get(0)
                            .getCTR()
                            .getDrawingArray(0)
                            .getInlineArray(0)
                            .getDocPr(),
                    picture);
        } catch (InvalidFormatException | IOException failed) {
            throw new UncheckedIOException(new IOException(failed));
        }
    }

    private static void describe(CTNonVisualDrawingProps properties, Picture picture) {
        properties.setDescr(WordText.clean(picture.alternative()));
    }
}
