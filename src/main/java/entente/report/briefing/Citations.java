package entente.report.briefing;

import entente.model.rule.Rule;
import entente.report.wording.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** Paragraphs of the article as they stand behind a sentence. */
final class Citations {

    private static final int MOST = 3;

    private Citations() {}

    static String of(Rule rule) {
        List<String> cites = rule.cites().stream().distinct().toList();
        return of(cites.subList(0, Math.min(MOST, cites.size())))
                + (cites.size() > MOST ? Wording.GLUE + "+" + (cites.size() - MOST) : "");
    }

    static String of(List<String> cites) {
        return cites.stream().map(cite -> cite.replace(' ', Wording.GLUE)).collect(Collectors.joining(", "));
    }
}
