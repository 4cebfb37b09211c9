package entente.analysis.track;

import entente.analysis.track.Edition.StatementChange;
import entente.analysis.track.TrackedStatement.Resolution;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import entente.model.assessment.Provenance;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code edition.json} and {@code resolution.json}, which only Entente writes; anything unexpected is refused. */
public final class EditionParser {

    private EditionParser() {}

    /** @throws IllegalArgumentException with the first problem, if it is not a complete edition */
    public static Edition edition(byte[] json) {
        return read(json, EditionParser::edition);
    }

    /** @throws IllegalArgumentException with the first problem, if it is not a resolution */
    public static Resolution resolution(byte[] json) {
        return read(
                json,
                fields -> new Resolution(
                        fields.booleanValue("occurred").orElseThrow(),
                        time(fields, "on", LocalDate::parse).orElseThrow(),
                        fields.requiredText("source").orElseThrow()));
    }

    private static <T> T read(byte[] json, Function<Fields, T> reader) {
        ProblemCollector problems = ProblemCollector.bounded();
        Optional<Fields> fields = Fields.of(Documents.json(json, DocumentLimits.SCENARIO), problems);
        try {
            if (fields.isPresent() && problems.isEmpty()) {
                T read = reader.apply(fields.get());
                if (problems.isEmpty()) {
                    return read;
                }
            }
        } catch (NoSuchElementException missing) {
            // The problem is among those below.
        }
        List<Problem> found = problems.all();
        throw new IllegalArgumentException(
                found.isEmpty() ? "A field is missing." : found.get(0).detail());
    }

    private static Edition edition(Fields fields) {
        Fields rules = fields.requiredObject("rules").orElseThrow();
        return new Edition(
                new EditionId(
                        fields.requiredText("scenario").orElseThrow(),
                        count(fields, "number").orElseThrow()),
                fields.requiredText("title").orElseThrow(),
                statement(fields.requiredObject("statement").orElseThrow()),
                fields.requiredText("scenarioSha256").orElseThrow(),
                new Provenance(
                        fields.requiredText("engine").orElseThrow(),
                        rules.requiredText("version").orElseThrow(),
                        rules.requiredText("sha256").orElseThrow(),
                        rules.text("textsSha256"),
                        Provenance.SCHEMA),
                fields.text("rivalSha256"),
                time(fields, "issued", Instant::parse).orElseThrow(),
                count(fields, "previous"),
                fields.object("change")
                        .map(change -> new StatementChange(
                                change.requiredText("brief").orElseThrow(),
                                change.requiredText("text").orElseThrow())));
    }

    private static Statement statement(Fields fields) {
        return new Statement(
                fields.requiredText("event").orElseThrow(),
                time(fields, "asOf", LocalDate::parse),
                count(fields, "horizonYears").orElseThrow(),
                time(fields, "lastDay", LocalDate::parse).orElseThrow(),
                fields.requiredText("text").orElseThrow(),
                fields.requiredText("figure").orElseThrow(),
                fields.has("lowPercent")
                        ? Optional.of(new Interval(percent(fields, "lowPercent"), percent(fields, "highPercent"), true))
                        : Optional.empty(),
                percent(fields, "percent"),
                fields.constant("relationship", List.of(Relationship.values()), Enum::name),
                fields.requiredNumber("baseRatePercent").orElseThrow());
    }

    private static Percent percent(Fields fields, String name) {
        Percent percent =
                new Percent((int) Math.rint(fields.requiredNumber(name).orElseThrow() * 10));
        if (percent.compareTo(Percent.LOWEST) < 0 || percent.compareTo(Percent.HIGHEST) > 0) {
            fields.reject(name, "OUT_OF_RANGE", "A likelihood lies between 0.1 and 99.9 percent.");
        }
        return percent;
    }

    private static Optional<Integer> count(Fields fields, String name) {
        return fields.at(name)
                .check(
                        fields.number(name),
                        number -> number >= 1 && number <= Integer.MAX_VALUE && number == Math.rint(number),
                        "OUT_OF_RANGE",
                        "\"" + name + "\" counts from 1.")
                .map(Double::intValue);
    }

    private static <T> Optional<T> time(Fields fields, String name, Function<String, T> parse) {
        try {
            return fields.text(name).map(parse);
        } catch (DateTimeException wrong) {
            fields.reject(name, "BAD_DATE", "\"" + name + "\" is no date.");
            return Optional.empty();
        }
    }
}
