package entente.report.word;

import java.math.BigInteger;
import lombok.RequiredArgsConstructor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;

/** Numbered lists, each of which begins with 1. */
@RequiredArgsConstructor
final class WordNumbering {

    /** Of the style of numbered lists in numbering.xml. */
    private static final BigInteger NUMBERED = BigInteger.ONE;

    private final XWPFDocument document;

    /** The id of a new list. */
    BigInteger start() {
        XWPFNumbering numbering = document.getNumbering();
        BigInteger id = numbering.addNum(NUMBERED);
        CTNumLvl first = numbering.getNum(id).getCTNum().addNewLvlOverride();
        first.setIlvl(BigInteger.ZERO);
        first.addNewStartOverride().setVal(BigInteger.ONE);
        return id;
    }
}
