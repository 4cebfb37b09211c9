package entente.report.text;

import entente.analysis.verification.Drift;
import entente.analysis.verification.Drift.Kind;
import entente.analysis.verification.Verification;
import entente.analysis.verification.Verification.Outcome;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.assessment.Provenance;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.DriftSentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifications as text. */
public record VerificationText(TextStyle style) {

    private static final int SHOWN = 6;

    /** @param name of the file, safe to print */
    public String write(String name, Verification verification) {
        TextPage page = new TextPage(style);
        switch (verification.outcome()) {
            case IDENTICAL ->
                page.line(style.strong(name + ": identical") + " ("
                        + Wording.percent(verification.archivedPercent()) + ", rules "
                        + Wording.shortDigest(verification.current().rulesSha256()) + ")");
            case SAME_VERDICT -> same(page, name, verification);
            case DRIFTED -> drifted(page, name, verification);
        }
        return page.toString();
    }

    private void same(TextPage page, String name, Verification verification) {
        page.line(style.strong(name + ": the same verdict by " + others(verification)));
        String likelihood = likelihood(verification.archivedPercent(), verification);
        page.hanging(2, 4, verification.title() + ": " + likelihood + ", and every other field as on file.");
        makers(page, verification);
    }

    private static String others(Verification verification) {
        Provenance then = verification.archived();
        Provenance now = verification.current();
        boolean engine = !then.engine().equals(now.engine());
        boolean book = !then.rulesSha256().equals(now.rulesSha256())
                || !then.rulesVersion().equals(now.rulesVersion());
        return engine && book ? "another engine and another book" : engine ? "another engine" : "another book";
    }

    private void drifted(TextPage page, String name, Verification verification) {
        page.line(style.strong(name + ": drifted"));
        page.hanging(2, 4, verification.title());
        String now = verification
                .currentPercent()
                .map(percent ->
                        percent.equals(verification.archivedPercent()) ? "the same" : likelihood(percent, verification))
                .orElse("no verdict");
        page.hanging(2, 4, "Then " + likelihood(verification.archivedPercent(), verification) + "; now " + now + ".");
        if (!verification.problems().isEmpty()) {
            page.paragraph(2, "The present book does not take its scenario:");
            verification.problems().stream()
                    .limit(Problem.MAX_REPORTED)
                    .map(problem -> problem.pointer() + ": " + problem.detail()
                            + problem.suggestion()
                                    .map(s -> " Did you mean " + s + "?")
                                    .orElse(""))
                    .forEach(refusal -> page.hanging(4, 6, refusal));
            int more = verification.problems().size() - Problem.MAX_REPORTED;
            if (more > 0) {
                page.paragraph(4, "and " + more + " more");
            }
        } else {
            differences(page, verification);
        }
        makers(page, verification);
    }

    private void differences(TextPage page, Verification verification) {
        Optional<Drift> first = verification.firstCause();
        List<String> more = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>();
        for (Drift drift : verification.drifts()) {
            if (drift.kind() == Kind.VERDICT) {
                fields.add(drift.subject().replaceFirst("/.*$", ""));
            } else if (!first.equals(Optional.of(drift)) && (first.isEmpty() || drift.kind() != Kind.OTHER)) {
                more.add(DriftSentences.of(drift));
            }
        }
        Optional<String> cause = first.map(drift -> "First difference: " + DriftSentences.of(drift));
        page.hanging(2, 4, cause.orElse("No weight, condition or cut point on file differs."));
        String before = first.isPresent() ? "Also: " : "Differs: ";
        more.stream().limit(SHOWN).forEach(sentence -> page.hanging(2, 4, before + sentence));
        if (more.size() > SHOWN) {
            page.hanging(2, 4, "And " + (more.size() - SHOWN) + " more; --format json holds them all.");
        }
        if (!fields.isEmpty()) {
            page.hanging(2, 4, "In the verdict: " + String.join(", ", fields) + ".");
        }
    }

    private static void makers(TextPage page, Verification verification) {
        String now = made(verification.current());
        String text = verification.sameProvenance()
                ? "The book and the engine are those that the file names (" + now
                        + "): the file was changed after it was written."
                : "Then " + made(verification.archived()) + "; now " + now + ".";
        page.hanging(2, 4, text);
    }

    private static String likelihood(Percent percent, Verification verification) {
        return VerdictSentences.likelihood(percent, verification.scale());
    }

    private static String made(Provenance provenance) {
        return "rules " + Wording.version(provenance.rulesVersion(), provenance.rulesSha256()) + ", Entente"
                + Wording.GLUE + provenance.engine();
    }

    /** How many there were of each; empty ones could not be read. */
    public static String summary(List<Optional<Verification>> all) {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long count = all.stream()
                    .filter(v -> v.map(Verification::outcome).equals(Optional.of(outcome)))
                    .count();
            if (count > 0) {
                parts.add(Wording.count((int) count) + " "
                        + switch (outcome) {
                            case IDENTICAL -> "identical";
                            case SAME_VERDICT -> "with the same verdict";
                            case DRIFTED -> "drifted";
                        });
            }
        }
        long unread = all.stream().filter(Optional::isEmpty).count();
        if (unread > 0) {
            parts.add(Wording.count((int) unread) + " not verified");
        }
        return Wording.capitalized(Wording.plural(all.size(), "assessment")) + ": " + String.join(", ", parts) + ".\n";
    }
}
