package entente.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Removes the time at which a document was written, and what is derived from it. */
final class Undated {

    private static final String DATES = "<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\\1>";
    private static final String ATTRIBUTES = "xmp:(CreateDate|ModifyDate|MetadataDate)=\"[^\"]*\"";

    private Undated() {}

    static void undate(PDDocument document) throws IOException {
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
}
