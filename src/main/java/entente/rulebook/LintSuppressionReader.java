package entente.rulebook;

import entente.model.rule.RuleBookLocation;
import entente.rulebook.RuleBookLocations.LintSuppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * Reads comments that suppress lint findings: {@code // lint allows CODE: reason}, in YAML with {@code #}; a finding
 * on a pair of rules can name the other one, {@code CODE with RULE}. Indented comment lines continue the reason. The comment is placed above or inside the rule or entry.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class LintSuppressionReader {

    private static final Pattern ALLOWS =
            Pattern.compile("\\s*(?://|#)\\s*lint allows\\s+(\\S+?)(?:\\s+with\\s+(\\w+))?(?::(.*))?");
    private static final Pattern CONTINUATION = Pattern.compile("\\s*(?://|#) {2,}(\\S.*)");
    private static final Pattern COMMENT = Pattern.compile("\\s*(?://.*|#.*)?");
    private static final Pattern RULE = Pattern.compile("\\s*rule\\s+\".*");
    private static final Pattern RULE_ID = Pattern.compile(".*@id\\(\\s*\"?(\\w+)\"?\\s*\\).*");
    private static final Pattern ENTRY = Pattern.compile("\\s*- id: *\"?([\\w-]+)\"?.*");
    private static final Pattern BELOW = Pattern.compile("\\s*- \\{?\\s*id: *\"?([\\w-]+)\"?.*");

    private final String file;
    private final List<String> lines;

    static List<LintSuppression> in(String file, String text) {
        return new LintSuppressionReader(file, text.lines().toList()).all();
    }

    private List<LintSuppression> all() {
        List<LintSuppression> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher allows = ALLOWS.matcher(lines.get(i));
            if (allows.matches()) {
                Stream<String> continued = lines.stream()
                        .skip(i + 1L)
                        .map(CONTINUATION::matcher)
                        .takeWhile(Matcher::matches)
                        .map(more -> more.group(1));
                String reason = Stream.concat(Stream.ofNullable(allows.group(3)), continued)
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
                all.add(new LintSuppression(
                        allows.group(1),
                        Optional.ofNullable(allows.group(2)),
                        subject(i),
                        reason.strip(),
                        new RuleBookLocation(file, i + 1)));
            }
        }
        return all;
    }

    /** The id of the rule or entry that begins directly below the comment or contains it. */
    private String subject(int comment) {
        int below = comment;
        while (below < lines.size() && COMMENT.matcher(lines.get(below)).matches()) {
            below++;
        }
        for (int i = Math.min(below, lines.size() - 1); i >= 0; i--) {
            // Notes within an entry are written on one line and are not subjects.
            Matcher entry = (i == below ? BELOW : ENTRY).matcher(lines.get(i));
            if (file.endsWith(".yaml") && entry.matches()) {
                return entry.group(1);
            }
            if (file.endsWith(".drl") && RULE.matcher(lines.get(i)).matches()) {
                return ruleId(i);
            }
        }
        return "";
    }

    private String ruleId(int rule) {
        return lines.stream()
                .skip(rule)
                .map(RULE_ID::matcher)
                .filter(Matcher::matches)
                .map(id -> id.group(1))
                .findFirst()
                .orElse("");
    }
}
