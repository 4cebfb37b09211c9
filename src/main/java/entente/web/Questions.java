package entente.web;

import entente.archive.Answer;
import entente.assessment.Contrasts;
import entente.assessment.Flips;
import entente.assessment.Sensitivity;
import entente.domain.Assessment;
import entente.domain.Contrast;
import entente.domain.Problem;
import entente.domain.Scenario;
import entente.json.ContrastJson;
import entente.json.FlipJson;
import entente.json.ProblemJson;
import entente.json.SensitivityJson;
import entente.problem.ProblemType;
import entente.scenario.ScenarioResult;
import entente.service.Edition;
import entente.service.Evaluations;
import entente.service.Evaluations.Weight;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** What can be asked of scenarios beside their assessment; nothing of it is kept. */
@Controller
class Questions {

    private final Evaluations evaluations;
    private final Once once;

    Questions(Evaluations evaluations, Once once) {
        this.evaluations = evaluations;
        this.once = once;
    }

    @PostMapping(
            path = "/api/v1/validations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "validate",
            says = "Whether a scenario can be assessed, and every problem of one that cannot. Any text is answered.",
            body = "scenario",
            evaluates = true,
            answers =
                    @Call.Good(
                            status = 200,
                            says = "Valid, or every problem; the body bears the name \"body\".",
                            schema = "validation",
                            headers = Call.Header.IDEMPOTENCY_REPLAYED))
    Answer validate(Asked asked) {
        byte[] body = asked.body();
        return answer(asked, Weight.LIGHT, () -> {
            Edition edition = asked.edition();
            ScenarioResult result = edition.reader().read(body, edition.shelf());
            List<Problem> problems = result instanceof ScenarioResult.Refused refused ? refused.problems() : List.of();
            return ProblemJson.write(List.of(new ProblemJson.Report("body", problems)));
        });
    }

    @PostMapping(
            path = "/api/v1/comparisons",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "compare",
            says =
                    "What differs from the first scenario: readings, rules, points, and what of the likelihood comes from which.",
            body = "comparison-request",
            evaluates = true,
            problems = ProblemType.INVALID,
            answers =
                    @Call.Good(
                            status = 200,
                            says = "Each further scenario beside the first.",
                            schema = "comparison",
                            headers = Call.Header.IDEMPOTENCY_REPLAYED))
    Answer compare(Asked asked) {
        byte[] body = asked.body();
        return answer(asked, Weight.HEAVY, () -> {
            List<Scenario> scenarios = ComparisonQuestion.of(asked.edition(), body);
            Contrasts contrasts = new Contrasts(asked.edition().assessor());
            List<Assessment> assessments =
                    scenarios.stream().map(asked.edition().assessor()::assess).toList();
            List<Contrast> found = assessments.subList(1, assessments.size()).stream()
                    .map(after -> contrasts.between(assessments.get(0), after))
                    .toList();
            return ContrastJson.write(found);
        });
    }

    @PostMapping(
            path = "/api/v1/flips",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "flip",
            says = "All smallest sets of readings whose change brings another band.",
            body = "flip-request",
            evaluates = true,
            problems = ProblemType.INVALID,
            answers =
                    @Call.Good(
                            status = 200,
                            says = "The sets; none where no set of this size does it.",
                            schema = "flip",
                            headers = Call.Header.IDEMPOTENCY_REPLAYED))
    Answer flip(Asked asked) {
        byte[] body = asked.body();
        return answer(asked, Weight.HEAVY, () -> {
            FlipQuestion question = FlipQuestion.of(asked.edition(), body);
            return FlipJson.write(new Flips(asked.edition().assessor())
                    .find(question.scenario(), question.target(), question.locked(), question.maxSize()));
        });
    }

    @PostMapping(
            path = "/api/v1/sensitivities",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "sensitivity",
            says = "What each reading alone does to the likelihood, and where it tips the band.",
            body = "sensitivity-request",
            evaluates = true,
            problems = ProblemType.INVALID,
            answers =
                    @Call.Good(
                            status = 200,
                            says = "Each reading that moves the likelihood; with all, every reading.",
                            schema = "sensitivity",
                            headers = Call.Header.IDEMPOTENCY_REPLAYED))
    Answer sensitivity(Asked asked) {
        byte[] body = asked.body();
        return answer(asked, Weight.HEAVY, () -> {
            Envelope envelope = new Envelope(asked.edition(), body);
            boolean wrapped = envelope.fields().has("scenario");
            if (wrapped) {
                envelope.fields().only(List.of("scenario", "all"));
            }
            Optional<Scenario> scenario = wrapped ? envelope.scenario("scenario") : envelope.whole();
            boolean all = wrapped && envelope.fields().truth("all").orElse(false);
            envelope.check();
            return SensitivityJson.write(new Sensitivity(asked.edition().assessor()).of(scenario.orElseThrow()), all);
        });
    }

    private Answer answer(Asked asked, Weight weight, Callable<String> evaluation) {
        return once.answer(asked, () -> {
            String json = evaluations.run(weight, evaluation);
            return () -> Answers.json(200, json);
        });
    }
}
