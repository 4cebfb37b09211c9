package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class PlainZipTest {

    private static byte[] zip(LocalDateTime time, Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String core(String created, String modified) {
        return "<p><dc:title>t</dc:title><dcterms:created xsi:type=\"dcterms:W3CDTF\">" + created + "</dcterms:created>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + modified + "</dcterms:modified></p>";
    }

    @Test
    void timesOfFilesAndPropertiesAreRemoved() throws IOException {
        byte[] early = zip(
                LocalDateTime.of(2019, 1, 1, 0, 0),
                Map.of("docProps/core.xml", core("2019-01-01T00:00:00Z", "2019-01-02T00:00:00Z")));
        byte[] late = zip(
                LocalDateTime.of(2026, 5, 1, 12, 30),
                Map.of("docProps/core.xml", core("2026-05-01T12:30:00Z", "2026-05-01T12:31:00Z")));
        assertThat(PlainZip.of(early)).isEqualTo(PlainZip.of(late)).isNotEqualTo(late);
        assertThat(contents(PlainZip.of(late))).containsExactly("<p><dc:title>t</dc:title></p>");
    }

    /** Java adds a time in UTC to what it cannot write as a local one; a reader in another zone would see another time. */
    @Test
    void timeIsTheSameForAllAndHasNoZone() throws IOException {
        byte[] plain = PlainZip.of(zip(LocalDateTime.of(2026, 5, 1, 12, 30), Map.of("a", "text")));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(plain))) {
            ZipEntry entry = in.getNextEntry();
            assertThat(entry.getExtra()).isNull();
            assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
        }
    }

    @Test
    void otherTextIsKept() throws IOException {
        String same = core("2019-01-01T00:00:00Z", "2019-01-02T00:00:00Z");
        assertThat(contents(PlainZip.of(zip(LocalDateTime.of(2026, 5, 1, 0, 0), Map.of("word/document.xml", same)))))
                .containsExactly(same);
    }

    private static List<String> contents(byte[] zip) throws IOException {
        List<String> contents = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                contents.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }
}
