package entente.report.briefing;

import entente.analysis.attribution.Share;
import entente.analysis.comparison.ScenarioContrast;
import entente.model.AssumptionKind;
import entente.model.Catalogue;
import entente.report.briefing.ComparedScenario.Difference;
import entente.report.wording.AssumptionText;
import entente.report.wording.Figures;
import entente.report.wording.Wording;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The difference between two scenarios in percentage points, with its largest parts. */
final class ContrastParts {

    private static final int MOST_NAMED = 2;

    private final ScenarioContrast contrast;
    private final boolean whole;

    ContrastParts(ScenarioContrast contrast, Figures figures) {
        this.contrast = contrast;
        this.whole = figures.isWholeChange(
                contrast.before().verdict().likelihood(),
                contrast.after().verdict().likelihood());
    }

    Difference difference() {
        return new Difference(
                printed(contrast.attribution().tenths()),
                parts().filter(part -> part.share().rounded() != 0)
                        .sorted(Comparator.comparing(
                                        (Part part) -> part.share().exact().abs())
                                .reversed())
                        .limit(MOST_NAMED)
                        .map(part -> printed(part.share().rounded()) + " " + part.name())
                        .toList());
    }

    private record Part(Share share, String name) {}

    /** Barriers, drivers and assumptions. */
    private Stream<Part> parts() {
        Catalogue catalogue = contrast.after().catalogue();
        return Stream.concat(
                contrast.attribution().readings().parts().stream()
                        .map(share -> part(share, id -> catalogue.group(id).shortLabel())),
                contrast.attribution().assumptions().parts().stream()
                        .map(share -> part(share, id -> AssumptionText.kind(AssumptionKind.of(id)))));
    }

    private static Part part(Share share, Function<String, String> name) {
        return new Part(share, share.ids().stream().map(name).collect(Collectors.joining(" with ")));
    }

    private String printed(int tenths) {
        return whole ? Wording.shift(Figures.whole(tenths) * 10).replaceFirst("\\.0$", "") : Wording.shift(tenths);
    }
}
