package entente.rulebook;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.model.Question;
import entente.model.rule.RuleBookLocation;
import entente.rulebook.DrlReader.LocatedRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The locations of the parts of a valid book in its files, by id; parts that are not found are skipped. They are read from
 * the files each time, as a compiled book has no line numbers.
 */
public record RuleBookLocations(Map<String, RuleBookLocation> locations) {

    /**
     * A rule or indicator ({@code "rule", id}), a condition ({@code "rule", id, index}), a cut point
     * ({@code "indicator", id, "cut", index}; that of the anchor if an anchor defines it), a weight
     * ({@code "weight", question, strength}) or a ceiling ({@code "ceiling", kind}). Indexes are from 0.
     */
    public RuleBookLocation at(Object... path) {
        return locations.getOrDefault(key(path), RuleBookLocation.NONE);
    }

    /** Whether the location is in the shared catalogue of the parent book. */
    public boolean inSharedCatalogue(RuleBookLocation location) {
        return location.file().equals(RuleBookFolder.SHARED_INDICATORS);
    }

    private static String key(Object... path) {
        return Stream.of(path).map(part -> part + "/").collect(Collectors.joining());
    }

    static RuleBookLocations of(RuleBookFolder folder) {
        RuleBookLocations read = new RuleBookLocations(new TreeMap<>());
        folder.rules().forEach(read::addRules);
        String catalogue = folder.catalogue();
        fields(folder, catalogue).objects("indicators").forEach(indicator -> read.addIndicator(catalogue, indicator));
        Fields weights = fields(folder, RuleBookFolder.WEIGHTS);
        for (Question question : Question.values()) {
            weights.object("weights")
                    .flatMap(both -> both.object(question.name().toLowerCase(Locale.ROOT)))
                    .ifPresent(table -> read.addTable(table, "weight/" + question));
        }
        weights.object("ceilings").ifPresent(table -> read.addTable(table, "ceiling"));
        return read;
    }

    private static Fields fields(RuleBookFolder folder, String file) {
        return Fields.of(Documents.yaml(folder.bytes(file), DocumentLimits.BOOK), new ProblemCollector())
                .orElseGet(YamlFields::absent);
    }

    private void addRules(String file, byte[] bytes) {
        for (LocatedRule located : DrlReader.read(file, bytes).rules()) {
            String id = located.rule().id();
            put(file, located.line(), "rule", id);
            for (int n = 0; n < located.conditionLines().size(); n++) {
                put(file, located.conditionLines().get(n), "rule", id, n);
            }
        }
    }

    private void addIndicator(String file, Fields indicator) {
        String id = indicator.text("id").orElse("");
        put(file, indicator.location("id").line(), "indicator", id);
        List<Fields> cuts = indicator.objects("cutPoints");
        // Without cut points, the anchors 1 to 4 are the lowest values of the four grades.
        Fields anchors = indicator.object("anchors").orElse(indicator);
        for (int n = 0; n < 4; n++) {
            SourceLocation cut = n < cuts.size() ? cuts.get(n).location() : anchors.location(String.valueOf(n + 1));
            put(file, cut.line(), "indicator", id, "cut", n);
        }
    }

    /** @param path of the table */
    private void addTable(Fields table, String path) {
        table.members()
                .forEach((name, entry) ->
                        put(RuleBookFolder.WEIGHTS, entry.location().line(), path, name));
    }

    private void put(String file, int line, Object... path) {
        locations.putIfAbsent(key(path), new RuleBookLocation(file, line));
    }
}
