package entente.quality.cases;

import entente.document.Fields;
import entente.model.Numbers;
import entente.model.Scenario;
import entente.model.assessment.LedgerStatus;
import entente.quality.cases.RuleCase.Situation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parses the short form for thresholds of a rule: readings on their cut points with which it fires, then single changes
 * with which it does not fire.
 */
record ThresholdParser(SituationParser situations) {

    private static final List<String> FIELDS =
            List.of("rule", "fires", "alsoFires", "silent", "alliancePoints", "partnershipPoints");
    private static final String FIRED = LedgerStatus.FIRED.name();
    private static final List<String> SILENT = List.of(LedgerStatus.NOT_FIRED.name(), LedgerStatus.UNDETERMINED.name());

    List<Situation> situations(Fields entry, String rule) {
        entry.allowOnly(FIELDS);
        entry.require("fires");
        List<Expectation> points = new ArrayList<>();
        ExpectationParser.POINTS.forEach((member, got) ->
                ExpectationParser.points(entry, member, member, rule, got).ifPresent(points::add));
        List<Fields> alsoFires = entry.objects("alsoFires");
        List<Fields> silent = entry.objects("silent");
        List<Situation> all = new ArrayList<>();
        entry.object("fires").ifPresent(fires -> {
            points.add(0, fires(fires.pointer(), rule));
            Optional<Scenario> base = add(all, List.of(fires), points);
            alsoFires.forEach(also -> add(all, List.of(fires, also), List.of(fires(also.pointer(), rule))));
            for (Fields change : silent) {
                // An overridden rule is not silent: its conditions must not be met.
                Expectation silence = Expectation.ofStatus(
                        change.pointer(), "silent", rule, String.join(" or ", SILENT), SILENT::contains);
                Optional<Scenario> then = add(all, List.of(fires, change), List.of(silence));
                if (then.isPresent() && then.map(Scenario::readings).equals(base.map(Scenario::readings))) {
                    change.at().reject("CONTRADICTION", "With these readings the rule fires.");
                }
            }
        });
        return all;
    }

    private static Expectation fires(String pointer, String rule) {
        return Expectation.ofStatus(pointer, "fires", rule, FIRED, FIRED::equals);
    }

    private Optional<Scenario> add(List<Situation> all, List<Fields> layers, List<Expectation> expectations) {
        Optional<Scenario> scenario = situations.scenario(Optional.empty(), layers);
        scenario.ifPresent(s -> all.add(new Situation(Optional.of(given(s, layers)), s, expectations)));
        return scenario;
    }

    private static String given(Scenario scenario, List<Fields> layers) {
        Set<String> indicators = new LinkedHashSet<>();
        layers.forEach(layer -> indicators.addAll(layer.members().keySet()));
        return indicators.stream()
                .map(id -> id + "="
                        + scenario.reading(id)
                                .range()
                                .map(span -> Numbers.plain(span.value()))
                                .orElse("unknown"))
                .collect(Collectors.joining(" "));
    }
}
