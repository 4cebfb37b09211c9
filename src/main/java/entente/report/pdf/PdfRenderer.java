package entente.report.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgExternalResourceMode;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgScriptMode;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.io.IOUtils;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Renders a page as a tagged PDF with embedded fonts. Equal pages give equal bytes; nothing is fetched. What the fonts
 * cannot draw is named in its place, see {@link PrintableText}.
 */
public final class PdfRenderer {

    private static final String DATES = "<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\\1>";
    private static final String ATTRIBUTES = "xmp:(CreateDate|ModifyDate|MetadataDate)=\"[^\"]*\"";

    private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
    private static final Set<FSFontUseCase> FALLBACK = EnumSet.of(FSFontUseCase.FALLBACK_FINAL);
    private static final String SERIF = "source-serif-4-latin";
    private static final String SERIF_EXTENDED = "source-serif-4-latin-ext";
    private static final String SANS = "source-sans-3";
    private static final int REGULAR = 400;
    private static final int SEMIBOLD = 600;

    /** Bytes before the directory of tables, and of each record in it; a record begins with the tag of its table. */
    private static final int FONT_HEADER = 12;

    private static final int FONT_RECORD = 16;
    private static final int GSUB = 0x47535542;
    private static final int HIDDEN = 0x67737562;

    /** The fonts as files, since drawings load fonts from files only; deleted when the process ends. */
    private static final Map<String, Path> FONT_FILES = new ConcurrentHashMap<>();

    private PdfRenderer() {}

    /**
     * @param page well-formed XHTML
     * @param producer named in the document's properties
     */
    public static byte[] render(String page, String producer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        drawn(page, producer, document -> document.save(bytes));
        return bytes.toByteArray();
    }

    /**
     * The first page as an image in PNG. The glyphs come from the same fonts as in a PDF, not from those of the system.
     *
     * @param page well-formed XHTML
     * @param scale pixels to a point
     */
    public static byte[] image(String page, float scale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        drawn(
                page,
                "",
                document ->
                        ImageIO.write(new PDFRenderer(document).renderImage(0, scale, ImageType.RGB), "png", bytes));
        return bytes.toByteArray();
    }

    /** Takes a document before it is closed. */
    private interface Output {
        void take(PDDocument document) throws IOException;
    }

    private static void drawn(String page, String producer, Output output) {
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useUnicodeLineBreaker(new NumberAwareLineBreaks());
        builder.useSVGDrawer(new BatikSVGDrawer(SvgScriptMode.SECURE, SvgExternalResourceMode.SECURE));
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        font(builder, SERIF, "Source Serif 4", EVERYWHERE);
        font(builder, SANS, "Source Sans 3", EVERYWHERE);
        font(builder, SERIF_EXTENDED, "Source Serif 4 Extended", FALLBACK);
        font(builder, SANS, "Source Sans 3 Fallback", FALLBACK);
        builder.withProducer(producer);
        try (PdfBoxRenderer renderer =
                builder.withW3cDocument(PrintableText.of(described(page)), null).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                silenceDecoration(document);
                undate(document);
                output.take(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the time at which a document was written, and what is derived from it. */
    private static void undate(PDDocument document) throws IOException {
        document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        document.getDocumentInformation().getCOSObject().removeItem(COSName.MOD_DATE);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            try (InputStream in = metadata.exportXMPMetadata()) {
                String xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll(DATES, "")
                        .replaceAll(ATTRIBUTES, "");
                document.getDocumentCatalog()
                        .setMetadata(new PDMetadata(
                                document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
            }
        }
        // The identifier is a digest of this number and the properties above.
        document.setDocumentId(0L);
    }

    private static void font(PdfRendererBuilder builder, String file, String family, Set<FSFontUseCase> uses) {
        for (int weight : List.of(REGULAR, SEMIBOLD)) {
            File font = fontFile(file, weight);
            builder.useFont(font, family, weight, FontStyle.NORMAL, true, uses);
        }
    }

    private static File fontFile(String name, int weight) {
        return FONT_FILES
                .computeIfAbsent(name + "-" + weight + ".ttf", PdfRenderer::copy)
                .toFile();
    }

    /** The fonts that are tried for each character. */
    static List<File> fonts() {
        return Stream.of(SERIF, SERIF_EXTENDED, SANS)
                .map(name -> fontFile(name, REGULAR))
                .toList();
    }

    private static Path copy(String name) {
        try {
            Path file = Files.createTempFile("entente-font-", ".ttf");
            file.toFile().deleteOnExit();
            Files.write(file, withoutLigatures(IOUtils.resourceToByteArray("/entente/fonts/" + name)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hides the table of substitutions. Some ligatures, such as "ft", have no character of their own, so that "Rosneft"
     * would be found and read aloud as "Rosne"; the library that writes PDF has no switch for them.
     */
    private static byte[] withoutLigatures(byte[] font) {
        ByteBuffer tables = ByteBuffer.wrap(font);
        int count = tables.getShort(4);
        for (int record = FONT_HEADER; record < FONT_HEADER + count * FONT_RECORD; record += FONT_RECORD) {
            if (tables.getInt(record) == GSUB) {
                tables.putInt(record, HIDDEN);
            }
        }
        return font;
    }

    /** The page, with the title and description of each drawing as its alternative text: PDF/UA requires a text for every one. */
    private static Document described(String page) throws IOException {
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
    private static void silenceDecoration(PDDocument document) {
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

    /** Line breaks that leave numbers and their ranges whole; Java's would break "−0.2" after its point and "5–20" after its dash. */
    static final class NumberAwareLineBreaks implements FSTextBreaker {

        private static final Pattern WITHIN_NUMBER = Pattern.compile("−(?=\\d)|(?<=\\d)[.–](?=\\d)");

        private final FSTextBreaker breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.ROOT));

        @Override
        public void setText(String text) {
            breaks.setText(WITHIN_NUMBER.matcher(text).replaceAll("0"));
        }

        @Override
        public int next() {
            return breaks.next();
        }
    }
}
