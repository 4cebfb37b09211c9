package entente.table;

import entente.analysis.ensemble.run.ExactWeight;
import entente.analysis.ensemble.run.OutcomeCount;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.model.Band;
import entente.model.Relationship;
import entente.report.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A complete chunk: its file, and the outcomes of its variants, so that they need not be computed again.
 *
 * @param file name of the file with its variants
 * @param sha256 digest of that file
 */
record ChunkRecord(String file, long first, long variants, String sha256, OutcomeCounts counts) {

    private static final int FIELDS = 5;

    byte[] json() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>(head());
        object.put(
                "outcomes", counts.sorted().stream().map(ChunkRecord::outcome).toList());
        return (JsonWriter.line(object) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** For the manifest: without the outcomes, but with the number of variants by band. */
    Map<String, Object> summary() {
        Map<String, Object> object = head();
        object.put("bands", bands(counts));
        return object;
    }

    private Map<String, Object> head() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file);
        object.put("first", (double) first);
        object.put("variants", (double) variants);
        object.put("sha256", sha256);
        object.put("outcomesSha256", counts.sha256());
        return object;
    }

    /** Number of variants by band. */
    static Map<String, Object> bands(OutcomeCounts counts) {
        long[] byBand = new long[Band.values().length];
        counts.sorted().forEach(outcome -> byBand[outcome.likelihood().band().ordinal()] += outcome.variants());
        Map<String, Object> bands = new LinkedHashMap<>();
        for (Band band : Band.values()) {
            bands.put(band.name(), (double) byBand[band.ordinal()]);
        }
        return bands;
    }

    private static String outcome(OutcomeCount outcome) {
        return outcome.points() + " " + outcome.relationship() + " " + outcome.variants() + " "
                + outcome.weight().high() + " " + outcome.weight().low();
    }

    /** A stored record of this chunk; empty if the bytes are none. */
    static Optional<ChunkRecord> parse(byte[] bytes, String file, long first, long variants) {
        ProblemCollector problems = ProblemCollector.bounded();
        Optional<Fields> found = Fields.of(Documents.json(bytes, DocumentLimits.BOOK), problems);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = found.get();
        Optional<String> sha256 = fields.requiredText("sha256");
        OutcomeCounts counts = new OutcomeCounts();
        boolean valid = fields.requiredText("file").equals(Optional.of(file))
                && fields.requiredNumber("first").equals(Optional.of((double) first))
                && fields.texts("outcomes").stream().allMatch(line -> add(line, counts));
        boolean whole = counts.variants() == variants
                && fields.requiredText("outcomesSha256").equals(Optional.of(counts.sha256()));
        return problems.isEmpty() && valid && whole && sha256.isPresent()
                ? Optional.of(new ChunkRecord(file, first, variants, sha256.get(), counts))
                : Optional.empty();
    }

    private static boolean add(String line, OutcomeCounts counts) {
        List<String> parts = List.of(line.split(" ", -1));
        Optional<Relationship> relationship = parts.size() != FIELDS
                ? Optional.empty()
                : Arrays.stream(Relationship.values())
                        .filter(state -> state.name().equals(parts.get(1)))
                        .findFirst();
        if (relationship.isEmpty()) {
            return false;
        }
        try {
            counts.add(new OutcomeCount(
                    Integer.parseInt(parts.get(0)),
                    relationship.get(),
                    Long.parseLong(parts.get(2)),
                    new ExactWeight(Long.parseLong(parts.get(3)), Long.parseLong(parts.get(4)))));
            return true;
        } catch (NumberFormatException damaged) {
            return false;
        }
    }
}
