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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

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
        try (PdfBoxRenderer renderer = builder.withW3cDocument(PrintableText.of(FigureTexts.described(page)), null)
                .buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                FigureTexts.silenceDecoration(document);
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
        return FontFiles.of(name + "-" + weight + ".ttf").toFile();
    }

    /** The fonts that are tried for each character. */
    static List<File> fonts() {
        return Stream.of(SERIF, SERIF_EXTENDED, SANS)
                .map(name -> fontFile(name, REGULAR))
                .toList();
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
