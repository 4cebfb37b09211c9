package entente.report.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a screen reader says for each drawing of a PDF; PDF/UA requires a text for every one. */
final class FigureTexts {

    private FigureTexts() {}

    /** The page, with the title and description of each drawing as its alternative text. */
    static Document described(String page) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
            NodeList drawings = document.getElementsByTagName("svg");
            for (int i = 0; i < drawings.getLength(); i++) {
                Element drawing = (Element) drawings.item(i);
                String text = Stream.of("title", "desc")
                        .map(drawing::getElementsByTagName)
                        .filter(found -> found.getLength() > 0)
                        .map(found -> found.item(0).getTextContent())
                        .collect(Collectors.joining(". "));
                if (!text.isEmpty()) {
                    drawing.setAttribute("alt", text);
                }
            }
            return document;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** A drawing without a text shows what is written beside it, so that it is read as nothing. */
    static void silenceDecoration(PDDocument document) {
        PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root != null) {
            silence(root);
        }
    }

    private static void silence(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (StandardStructureTypes.Figure.equals(element.getStructureType())
                        && (element.getAlternateDescription() == null
                                || element.getAlternateDescription().isEmpty())) {
                    element.setActualText("");
                }
                silence(element);
            }
        }
    }
}
