package entente.service.briefing.http;

import entente.briefing.BriefingMedium;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.Band;
import entente.service.api.ApiRequest;
import entente.service.briefing.delivery.DeliveryChannels;
import entente.service.briefing.delivery.DeliveryTarget;
import entente.service.briefing.schedule.Schedule;
import entente.service.briefing.schedule.Schedule.Definition;
import entente.service.briefing.schedule.ScheduleScenarios;
import entente.service.briefing.schedule.ScheduleTimes;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads the definition of a schedule from the body of a request; all problems are reported together. */
@Component
@RequiredArgsConstructor
class ScheduleBody {

    static final int MAX_TARGETS = 20;

    private static final String[] FIELDS = {
        "name", "scenario", "cron", "timeZone", "formats", "targets", "ifChanged", "ifCrosses"
    };

    private final ScheduleScenarios scenarios;
    private final DeliveryChannels channels;

    /** @throws ProblemException with all problems of the body */
    Definition read(ApiRequest request) {
        ProblemCollector problems = ProblemCollector.bounded();
        Fields fields = Fields.of(Documents.json(request.body(), DocumentLimits.SCENARIO), problems)
                .orElseThrow(() -> RuleBookSnapshot.refusal(problems.all()))
                .allowOnly(FIELDS);
        Definition definition = new Definition(
                name(fields),
                scenario(fields, request.snapshot()),
                checked(fields, "cron", ScheduleTimes::expression).strip(),
                checked(fields, "timeZone", ScheduleTimes::zone),
                formats(fields),
                targets(fields),
                fields.booleanValue("ifChanged").orElse(false),
                fields.named("ifCrosses", Band.names(), Band::named));
        if (!problems.isEmpty()) {
            int count = problems.count();
            throw ProblemException.of(
                    ProblemType.INVALID,
                    "The schedule has " + count + (count == 1 ? " problem." : " problems."),
                    problems.all());
        }
        return definition;
    }

    private static String name(Fields fields) {
        String name = fields.requiredText("name").orElse("").strip();
        if (name.length() > Schedule.MAX_NAME) {
            fields.reject("name", "TOO_LONG", "The name has at most " + Schedule.MAX_NAME + " characters.");
        }
        if (!name.equals(Text.printable(name))) {
            fields.reject("name", "FORBIDDEN_CHARACTER", "The name contains a control or invisible character.");
        }
        return name;
    }

    private String scenario(Fields fields, RuleBookSnapshot snapshot) {
        String name = fields.requiredText("scenario").orElse("").strip();
        if (!name.isEmpty() && scenarios.find(name, snapshot.scenarioSource()).isEmpty()) {
            fields.reject(
                    "scenario",
                    "UNKNOWN_SCENARIO",
                    "There is no scenario \"" + Text.excerpt(name)
                            + "\", nor a file or folder of scenarios below that of the service.");
        }
        return name;
    }

    private static String checked(Fields fields, String name, Consumer<String> check) {
        String text = fields.requiredText(name).orElse("");
        try {
            if (!text.isBlank()) {
                check.accept(text);
            }
        } catch (IllegalArgumentException invalid) {
            fields.reject(name, "INVALID_TIME", String.valueOf(invalid.getMessage()));
        }
        return text;
    }

    /** By default, PDF. */
    private static List<BriefingMedium> formats(Fields fields) {
        List<String> known =
                Stream.of(BriefingMedium.values()).map(BriefingMedium::ending).toList();
        List<String> given = new ArrayList<>();
        fields.texts("formats", (text, at) -> {
            given.add(text);
            if (!known.contains(text)) {
                at.reject("UNKNOWN_WORD", "\"" + Text.excerpt(text) + "\" is no format.", known);
            }
        });
        if (fields.has("formats") && given.isEmpty()) {
            fields.reject("formats", "EMPTY", "A schedule has at least one format.");
        }
        return Stream.of(BriefingMedium.values())
                .filter(medium -> given.contains(medium.ending()) || (given.isEmpty() && medium == BriefingMedium.PDF))
                .toList();
    }

    private List<String> targets(Fields fields) {
        Set<String> targets = new LinkedHashSet<>();
        fields.texts("targets", (text, at) -> {
            targets.add(text);
            try {
                channels.refusal(DeliveryTarget.of(text)).ifPresent(why -> at.reject("NOT_ALLOWED", why));
            } catch (IllegalArgumentException invalid) {
                at.reject("INVALID_TARGET", String.valueOf(invalid.getMessage()));
            }
        });
        if (targets.size() > MAX_TARGETS) {
            fields.reject("targets", "TOO_MANY", "A schedule has at most " + MAX_TARGETS + " targets.");
        }
        return List.copyOf(targets);
    }
}
