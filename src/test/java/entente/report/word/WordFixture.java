package entente.report.word;

import entente.report.form.Answer;
import entente.report.form.Given;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Reads documents again, with Apache POI and as the XML that they are. */
final class WordFixture {

    private WordFixture() {}

    static Answer report(String markdown, Object... given) {
        return Given.answer("# t\n\n" + markdown + "\n", given);
    }

    /** A report in which each text is this one. */
    static Answer of(String untrusted) {
        return Given.answer("# {}\n\n::: about\n{}\n:::\n\n{}\n", untrusted, untrusted, untrusted);
    }

    static XWPFDocument read(Answer report) {
        return read(WordRenderer.render(report));
    }

    static XWPFDocument read(byte[] document) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(document));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<String> texts(XWPFDocument document, String... styles) {
        return document.getParagraphs().stream()
                .filter(paragraph -> List.of(styles).contains(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    /** The files of the package by their names. */
    static Map<String, String> parts(byte[] document) {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return parts;
    }
}
