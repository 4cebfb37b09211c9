package entente.report.briefing;

import entente.report.text.ProseRules;
import java.util.ArrayList;
import java.util.List;

/** Holds every generated sentence of a briefing against {@link ProseRules}; words of the scenario's author are not checked. */
public final class BriefingCheck {

    private BriefingCheck() {}

    /** What its sentences violate; empty for nothing. */
    public static List<String> violations(Briefing briefing) {
        return texts(briefing).stream()
                .flatMap(text -> ProseRules.sentences(text, briefing.scale()).stream())
                .toList();
    }

    /** The title of another scenario is its author's. */
    private static String without(String title, String sentence) {
        return title.isEmpty() ? sentence : sentence.replace(title, "");
    }

    private static List<String> texts(Briefing briefing) {
        List<String> texts = new ArrayList<>();
        texts.add(briefing.bottomLine());
        texts.add(briefing.drivers());
        texts.addAll(briefing.standing());
        texts.add(briefing.confidence().lead() + " " + briefing.confidence().reasons());
        briefing.since().ifPresent(since -> texts.add(since.lead() + since.text()));
        String base = briefing.base().orElse("");
        briefing.judgements().forEach(judgement -> texts.add(without(base, judgement.lead()) + judgement.text()));
        texts.add(briefing.path());
        briefing.watch().rows().forEach(row -> texts.add(row.outcome()));
        texts.add(briefing.watch().note());
        texts.addAll(briefing.alternative());
        texts.addAll(briefing.notKnown());
        briefing.probabilities().ifPresent(probabilities -> texts.add(probabilities.text()));
        briefing.keyAssumptions().forEach(assumption -> texts.add(assumption.text()));
        texts.addAll(briefing.caveats());
        texts.add(briefing.method().text());
        briefing.ledger().forEach(item -> texts.add(item.claim()));
        return texts;
    }
}
