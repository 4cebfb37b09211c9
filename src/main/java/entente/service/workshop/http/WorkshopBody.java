package entente.service.workshop.http;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.Problem;
import entente.service.api.ApiRequest;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import lombok.Getter;

/** The body of a request as fields; all problems are reported together. */
final class WorkshopBody {

    private final ProblemCollector problems = ProblemCollector.bounded();

    @Getter
    private final Fields fields;

    /** @throws ProblemException if it is malformed or not an object */
    WorkshopBody(ApiRequest request, String... known) {
        this.fields = Fields.of(Documents.json(request.body(), DocumentLimits.SCENARIO), problems)
                .orElseThrow(() -> RuleBookSnapshot.refusal(problems.all()))
                .allowOnly(known);
    }

    /** A text that is not blank, without space around it; problems are reported by {@link #check}. */
    String text(String name, int longest) {
        String text = fields.requiredText(name).orElse("").strip();
        checkText(name, text, longest);
        return text;
    }

    /** The name of a group, in which any space is one blank. */
    String name(String name) {
        String text = optionalText(name, WorkshopRequests.MAX_NAME)
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
        if (text.isEmpty()) {
            fields.reject(name, "BLANK", "The field \"" + name + "\" is blank.");
        }
        return text;
    }

    /** A text that may be missing or blank. */
    String optionalText(String name, int longest) {
        String text = fields.text(name).orElse("").strip();
        checkText(name, text, longest);
        return text;
    }

    private void checkText(String name, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            fields.reject(name, "TOO_LONG", "The field \"" + name + "\" has at most " + longest + " characters.");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            fields.reject(name, "CONTROL_CHARACTER", "The field \"" + name + "\" contains a control character.");
        } else {
            Text.forbiddenCharacter(text)
                    .ifPresent(found -> fields.reject(
                            name, "FORBIDDEN_CHARACTER", "The field \"" + name + "\" contains " + found + "."));
        }
    }

    /** A whole number; empty if it is missing or not valid. */
    OptionalInt wholeNumber(String name, int low, int high) {
        Optional<Double> number = fields.number(name);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        double value = number.get();
        if (value != Math.rint(value) || value < low || value > high) {
            fields.reject(
                    name,
                    "OUT_OF_RANGE",
                    "The field \"" + name + "\" is a whole number from " + low + " to " + high + ".");
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) value);
    }

    UUID uuid(String name) {
        String text = fields.requiredText(name).orElse("");
        if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return UUID.fromString(text);
        }
        if (!text.isBlank()) {
            fields.reject(name, "NOT_A_UUID", "The field \"" + name + "\" is a UUID.");
        }
        return new UUID(0, 0);
    }

    /** The changes of readings in a list. */
    List<Fields> changes(String name) {
        List<Fields> items = fields.objects(name);
        items.forEach(item -> item.allowOnly("indicator", "value"));
        if (fields.has(name) && (items.isEmpty() || items.size() > WorkshopRequests.MAX_CHANGES)) {
            fields.reject(
                    name, "OUT_OF_RANGE", "A move has 1 to " + WorkshopRequests.MAX_CHANGES + " changes of readings.");
            return List.of();
        }
        return items;
    }

    boolean isNull(Fields of, String name) {
        return of.get(name).filter(Node.NullNode.class::isInstance).isPresent();
    }

    void add(List<Problem> more) {
        problems.addAll(more);
    }

    /** @throws ProblemException with all problems found so far */
    void check() {
        if (!problems.isEmpty()) {
            int count = problems.count();
            throw ProblemException.of(
                    ProblemType.INVALID,
                    "The request has " + count + (count == 1 ? " problem." : " problems."),
                    problems.all());
        }
    }
}
