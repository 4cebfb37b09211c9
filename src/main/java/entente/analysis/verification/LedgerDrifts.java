package entente.analysis.verification;

import entente.analysis.verification.Drift.Kind;
import entente.document.Node;
import entente.document.TreeComparison;
import entente.model.Question;
import entente.model.rule.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Two ledgers side by side, rule by rule in the order of the book. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class LedgerDrifts {

    private static final List<String> CARD = List.of("claim", "group", "cites", "projectAssumption");
    private static final List<String> STATUS = List.of("status", "overriddenBy");

    private final Map<String, ArchivedLedgerRow> archived;
    private final Map<String, ArchivedLedgerRow> current;
    private final List<Drift> drifts = new ArrayList<>();
    /** What several rules share, a weight or a cut point, is told once. */
    private final Set<String> reported = new HashSet<>();

    static List<Drift> of(Map<String, ArchivedLedgerRow> then, Map<String, ArchivedLedgerRow> now) {
        LedgerDrifts ledgers = new LedgerDrifts(then, now);
        ledgers.mergedRuleIds().forEach(ledgers::compareRule);
        return ledgers.drifts;
    }

    /** The rules of both in the order of the present book, each that is gone where it used to stand. */
    private List<String> mergedRuleIds() {
        Set<String> merged = new LinkedHashSet<>();
        List<String> old = List.copyOf(archived.keySet());
        int at = 0;
        for (String rule : current.keySet()) {
            int before = old.indexOf(rule);
            for (; at < before; at++) {
                if (!current.containsKey(old.get(at))) {
                    merged.add(old.get(at));
                }
            }
            merged.add(rule);
        }
        old.subList(at, old.size()).stream()
                .filter(rule -> !current.containsKey(rule))
                .forEach(merged::add);
        return List.copyOf(merged);
    }

    private void compareRule(String rule) {
        ArchivedLedgerRow before = archived.get(rule);
        ArchivedLedgerRow after = current.get(rule);
        if (after == null && before != null) {
            add(Kind.RULE_REMOVED, rule, rule, before.get("claim"), Optional.empty());
        } else if (before == null && after != null) {
            add(Kind.RULE_ADDED, rule, rule, Optional.empty(), after.get("claim"));
        } else if (before != null && after != null) {
            compare(before, after);
        }
    }

    private void compare(ArchivedLedgerRow before, ArchivedLedgerRow after) {
        int count = drifts.size();
        conditions(before, after);
        for (Question question : Question.values()) {
            weight(question, before, after);
        }
        boolean unexplained = drifts.size() == count && !differs(before, after, "conditions");
        for (String field : STATUS) {
            if (unexplained && drifts.size() == count && differs(before, after, field)) {
                add(Kind.STATUS, before.rule(), field, before.get(field), after.get(field));
            }
        }
        for (String field : CARD) {
            if (differs(before, after, field)) {
                add(Kind.CARD, before.rule(), field, before.get(field), after.get(field));
            }
        }
    }

    private void conditions(ArchivedLedgerRow before, ArchivedLedgerRow after) {
        List<String> gone = before.conditionsBeyond(after);
        List<String> fresh = after.conditionsBeyond(before);
        for (int i = 0; i < Math.max(gone.size(), fresh.size()); i++) {
            drifts.add(new Drift(
                    Kind.CONDITION,
                    Optional.of(before.rule()),
                    before.rule(),
                    gone.stream().skip(i).findFirst(),
                    fresh.stream().skip(i).findFirst()));
        }
        before.conditions().forEach((key, line) -> {
            ArchivedLedgerRow.Line match = after.conditions().get(key);
            if (match == null) {
                return;
            }
            if (differs(line.cut(), match.cut())) {
                String cutPoint = line.indicator() + " " + line.grade().orElse("");
                addOnce(Kind.CUT_POINT, before.rule(), cutPoint, line.cut(), match.cut());
            }
            if (line.actual().isPresent() && match.actual().isPresent() && differs(line.actual(), match.actual())) {
                addOnce(Kind.READING, before.rule(), line.indicator(), line.actual(), match.actual());
            }
        });
    }

    private void weight(Question question, ArchivedLedgerRow before, ArchivedLedgerRow after) {
        String name = question.name().toLowerCase(Locale.ROOT);
        String weight = name + "Weight";
        String points = name + "Points";
        // An older file has no names of weights; then the points alone must tell.
        if (before.get(weight).isPresent() && differs(before, after, weight)) {
            add(Kind.RULE_WEIGHT, before.rule(), name, before.get(weight), after.get(weight));
        } else if (differs(before, after, points)) {
            String strength = name + strength(after.text(weight));
            addOnce(Kind.WEIGHT, before.rule(), strength, before.get(points), after.get(points));
        }
    }

    /** The strength that the present card names; nothing where it names no weight. */
    private static String strength(String weight) {
        return Arrays.stream(Weight.values())
                .filter(w -> w.name().equals(weight))
                .map(w -> " " + w.strength())
                .findFirst()
                .orElse("");
    }

    private static boolean differs(ArchivedLedgerRow before, ArchivedLedgerRow after, String field) {
        // What the file lacks may have come with a later version; the whole is compared elsewhere.
        return before.get(field).isPresent() && differs(before.get(field), after.get(field));
    }

    private static boolean differs(Optional<Node> before, Optional<Node> after) {
        return before.isEmpty()
                || after.isEmpty()
                || !TreeComparison.differences(before.get(), after.get(), "#", true)
                        .isEmpty();
    }

    private void addOnce(Kind kind, String rule, String subject, Optional<Node> before, Optional<Node> after) {
        if (reported.add(kind + " " + subject)) {
            add(kind, rule, subject, before, after);
        }
    }

    private void add(Kind kind, String rule, String subject, Optional<Node> before, Optional<Node> after) {
        drifts.add(Drift.of(kind, Optional.of(rule), subject, before, after));
    }
}
