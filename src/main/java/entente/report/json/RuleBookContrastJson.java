package entente.report.json;

import entente.analysis.comparison.Discriminator;
import entente.analysis.comparison.RuleBookContrast;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scenarios under two rule books as JSON. */
public final class RuleBookContrastJson {

    private RuleBookContrastJson() {}

    /** At least one; all are under the same two books. */
    public static String write(List<RuleBookContrast> contrasts) {
        RuleBookContrast any = contrasts.get(0);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("engine", any.first().provenance().engine());
        root.put("first", VerdictJson.rules(any.first()));
        root.put("second", VerdictJson.rules(any.second()));
        root.put(
                "scenarios",
                contrasts.stream().map(RuleBookContrastJson::contrast).toList());
        return JsonWriter.write(root);
    }

    private static Map<String, Object> contrast(RuleBookContrast contrast) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("scenario", contrast.first().scenario().id());
        entry.put("sha256", contrast.first().scenario().sha256());
        entry.put("first", VerdictJson.verdict(contrast.first()));
        entry.put("second", VerdictJson.verdict(contrast.second()));
        entry.put(
                "percentagePoints",
                (contrast.second().verdict().likelihood().tenths()
                                - contrast.first().verdict().likelihood().tenths())
                        / 10.0);
        entry.put(
                "discriminators",
                contrast.discriminators().stream()
                        .map(RuleBookContrastJson::discriminator)
                        .toList());
        entry.put("groups", groups(contrast));
        entry.put("counting", counting(contrast));
        return entry;
    }

    private static Map<String, Object> discriminator(Discriminator discriminator) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("indicator", discriminator.indicator().id());
        entry.put("known", discriminator.known());
        entry.put("spreadPercentagePoints", discriminator.spreadTenths() / 10.0);
        entry.put("closest", at(discriminator.closest()));
        entry.put("furthest", at(discriminator.furthest()));
        return entry;
    }

    private static Map<String, Object> at(Discriminator.LikelihoodPair at) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("value", at.value());
        entry.put("firstPercent", at.first().value());
        entry.put("secondPercent", at.second().value());
        return entry;
    }

    private static List<Object> groups(RuleBookContrast contrast) {
        Set<String> ids = new LinkedHashSet<>();
        contrast.first().groups().forEach(result -> ids.add(result.group().id()));
        contrast.second().groups().forEach(result -> ids.add(result.group().id()));
        return ids.stream()
                .<Object>map(id -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("group", id);
                    group(contrast.first(), id).ifPresent(points -> entry.put("first", points));
                    group(contrast.second(), id).ifPresent(points -> entry.put("second", points));
                    return entry;
                })
                .toList();
    }

    private static Optional<Map<String, Object>> group(Assessment assessment, String id) {
        return assessment.groups().stream()
                .filter(result -> result.group().id().equals(id))
                .findFirst()
                .map(result -> points(
                        result.alliancePoints().value(),
                        result.partnershipPoints().value()));
    }

    private static Map<String, Object> points(double alliance, double partnership) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("alliancePoints", alliance);
        entry.put("partnershipPoints", partnership);
        return entry;
    }

    /** Rules that fired under at least one book, with their points. */
    private static List<Object> counting(RuleBookContrast contrast) {
        Set<String> ids = new LinkedHashSet<>();
        fired(contrast.first()).forEach(row -> ids.add(row.rule().id()));
        fired(contrast.second()).forEach(row -> ids.add(row.rule().id()));
        return ids.stream()
                .<Object>map(id -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("rule", id);
                    put(entry, "first", contrast.first(), id);
                    put(entry, "second", contrast.second(), id);
                    return entry;
                })
                .toList();
    }

    private static List<LedgerRow> fired(Assessment assessment) {
        return assessment.ledger().stream().filter(LedgerRow::fired).toList();
    }

    private static void put(Map<String, Object> entry, String name, Assessment assessment, String id) {
        fired(assessment).stream()
                .filter(row -> row.rule().id().equals(id))
                .forEach(row -> entry.put(
                        name,
                        points(
                                row.alliancePoints().value(),
                                row.partnershipPoints().value())));
    }
}
