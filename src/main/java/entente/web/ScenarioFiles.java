package entente.web;

import entente.archive.Answer;
import entente.archive.StoredScenario;
import entente.archive.StoredScenarios;
import entente.document.Text;
import entente.domain.Problem;
import entente.domain.Scenario;
import entente.json.Tree;
import entente.problem.ProblemType;
import entente.problem.Refusal;
import entente.scenario.Overrides;
import entente.service.Evaluations;
import entente.service.Evaluations.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** Scenarios by their ids: the ones that ship, which stay as they are, and the ones that callers put beside them. */
@Controller
class ScenarioFiles {

    static final String PATH = "/api/v1/scenarios";

    private static final int USUAL_PAGE = 50;

    private final StoredScenarios stored;
    private final Evaluations evaluations;

    ScenarioFiles(StoredScenarios stored, Evaluations evaluations) {
        this.stored = stored;
        this.evaluations = evaluations;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "listScenarios",
            says = "The scenarios that ship and those that were put, by their ids.",
            query = {Query.LIMIT, Query.AFTER},
            archive = Call.Archive.READS,
            evaluates = true,
            answers = @Call.Good(status = 200, says = "A page of them.", schema = "scenarios"))
    Answer list(Asked asked) {
        int limit = asked.whole(Query.LIMIT, 1, Query.LARGEST_PAGE, USUAL_PAGE);
        Optional<String> after = asked.text(Query.AFTER);
        ScenarioList list = ScenarioList.fetch(asked.edition(), stored, after, limit);
        return Answers.json(200, evaluations.run(Weight.LIGHT, () -> list.write(asked.edition())));
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "getScenario",
            says = "A scenario as it was written.",
            archive = Call.Archive.READS,
            problems = ProblemType.NOT_FOUND,
            answers = {
                @Call.Good(status = 200, says = "The scenario.", schema = "scenario", headers = Call.Header.ETAG),
                @Call.Good(status = 304, says = "The one that If-None-Match names.", headers = Call.Header.ETAG)
            })
    Answer get(Asked asked, @PathVariable String id) {
        Optional<byte[]> shipped = shipped(asked, id) ? asked.edition().shelf().find(id) : Optional.empty();
        byte[] bytes =
                shipped.or(() -> stored.find(id).map(StoredScenario::bytes)).orElseThrow(Asked::nothing);
        return Answers.tagged(new Answer(200, Map.of("Content-Type", Answers.JSON), bytes));
    }

    @PutMapping(
            path = PATH + "/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "putScenario",
            says = "Puts a scenario, or a further version of one from the version that If-Match names.",
            body = "scenario",
            archive = Call.Archive.WRITES,
            evaluates = true,
            problems = {ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED
            },
            answers = {
                @Call.Good(
                        status = 201,
                        says = "A new scenario.",
                        schema = "stored-scenario",
                        headers = {Call.Header.LOCATION, Call.Header.ETAG}),
                @Call.Good(
                        status = 200,
                        says = "A further version, or the same bytes again.",
                        schema = "stored-scenario",
                        headers = Call.Header.ETAG)
            })
    Answer put(Asked asked, @PathVariable String id) {
        refuseShipped(asked, id);
        byte[] body = asked.body();
        Scenario scenario = evaluations.run(Weight.LIGHT, () -> asked.edition().read(body, Overrides.NONE));
        if (!scenario.id().equals(id)) {
            throw Refusal.of(
                    ProblemType.INVALID,
                    "The scenario has 1 problem.",
                    List.of(new Problem(
                            "#/id",
                            "OTHER_ID",
                            "The address names " + Text.shown(id) + ", the scenario another.",
                            List.of(),
                            Optional.of(Text.shown(id)),
                            0,
                            0)));
        }
        boolean anew = asked.header("If-None-Match").map(String::strip).equals(Optional.of("*"));
        StoredScenario put = stored.put(id, asked.owner(), body, asked.header("If-Match"), anew);
        Answer answer = Answers.with(Answers.json(anew ? 201 : 200, written(put)), "ETag", put.etag());
        return anew ? Answers.with(answer, "Location", PATH + "/" + id) : answer;
    }

    @DeleteMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "deleteScenario",
            says = "Takes a scenario away that was put; its versions stay in the archive.",
            archive = Call.Archive.WRITES,
            problems = {
                ProblemType.NOT_FOUND,
                ProblemType.CONFLICT,
                ProblemType.STALE,
                ProblemType.PRECONDITION_REQUIRED
            },
            answers = @Call.Good(status = 204, says = "It is gone."))
    Answer delete(Asked asked, @PathVariable String id) {
        refuseShipped(asked, id);
        if (!stored.delete(id, asked.owner(), asked.header("If-Match"))) {
            throw Asked.nothing();
        }
        return Answers.nothing(204);
    }

    /** An id is looked up among those that are there, and never turned into the name of a file. */
    private static boolean shipped(Asked asked, String id) {
        return asked.edition().shelf().ids().contains(id);
    }

    private static void refuseShipped(Asked asked, String id) {
        if (shipped(asked, id)) {
            throw Refusal.of(
                    ProblemType.CONFLICT, "This scenario ships with the service and stays as it is; take another id.");
        }
    }

    private static String written(StoredScenario put) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", put.id());
        entry.put("version", put.version());
        entry.put("sha256", put.sha256());
        entry.put("author", put.author());
        entry.put("at", put.at().toString());
        return Tree.write(entry);
    }
}
