package entente.service.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Answer;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Large responses are compressed for clients that accept it. */
class CompressionIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String GZIP = "Accept-Encoding: gzip";
    private static final String JSON = "Content-Type: application/json";

    private static Answer assessed(String target, String... headers) {
        return SERVICE.ask(
                "POST",
                "/api/v1/assessments" + target,
                new String(
                        Shipped.bytes(Shipped.SCENARIOS.resolve("status-quo-2025.json")), StandardCharsets.ISO_8859_1),
                headers);
    }

    private static byte[] unpacked(Answer answer) throws IOException {
        assertThat(answer.one("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.one("Vary")).contains("accept-encoding");
        return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    }

    @Test
    void largeAssessmentIsCompressedWhereTheClientAcceptsIt() throws IOException {
        Answer plain = assessed("?keep=false", JSON);
        Answer packed = assessed("?keep=false", JSON, GZIP);
        assertThat(plain.headers()).doesNotContainKey("content-encoding");
        assertThat(unpacked(packed)).isEqualTo(plain.body());
        assertThat(packed.body()).hasSizeLessThan(plain.body().length / 5);
    }

    @Test
    void smallAnswerAndOneWithAnEtagAreSentAsTheyAre() {
        assertThat(assessed("?keep=false", JSON, GZIP, "Accept: text/csv").headers())
                .doesNotContainKey("content-encoding");
        assertThat(assessed("", JSON, GZIP).headers()).containsKey("etag").doesNotContainKey("content-encoding");
    }

    @Test
    void moduleOfAPageIsCompressed() throws IOException {
        String page = SERVICE.fetch("/workbench").text();
        String address = page.replaceAll("(?s).*href=\"(/page/[0-9a-f]{16}/workbench\\.js)\".*", "$1");
        Answer plain = SERVICE.fetch(address);
        assertThat(unpacked(SERVICE.fetch(address, GZIP))).isEqualTo(plain.body());
        assertThat(plain.headers()).doesNotContainKey("etag");
    }
}
