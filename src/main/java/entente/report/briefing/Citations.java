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
        return of(rule.cites().stream().distinct().limit(MOST).toList());
    }

    static String of(List<String> cites) {
        return cites.stream().map(cite -> cite.replace(' ', Wording.GLUE)).collect(Collectors.joining(", "));
    }
}
