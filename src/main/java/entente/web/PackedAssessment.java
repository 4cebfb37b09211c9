package entente.web;

import entente.archive.NewAssessment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * An assessment that waits to be kept. A thousand of them would fill the heap as they are; compressed they take about a
 * tenth.
 *
 * @param head everything but the JSON
 */
record PackedAssessment(NewAssessment head, byte[] json) {

    static PackedAssessment of(NewAssessment assessment) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(packed, fast)) {
            out.write(assessment.json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            fast.end();
        }
        return new PackedAssessment(assessment.withJson(""), packed.toByteArray());
    }

    NewAssessment unpacked() {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(json))) {
            return head.withJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
