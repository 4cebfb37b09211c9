package entente.web;

import entente.archive.Answer;
import entente.archive.Archive;
import entente.archive.Entry;
import entente.archive.Filter;
import entente.archive.NewAssessment;
import entente.archive.Page;
import entente.domain.Assessment;
import entente.domain.Band;
import entente.domain.Problem;
import entente.domain.Provenance;
import entente.domain.ScaleOfWords;
import entente.json.AssessmentReader;
import entente.json.VerificationJson;
import entente.json.Verifying;
import entente.problem.ProblemType;
import entente.scenario.ScenarioResult;
import entente.scenario.Shelf;
import entente.service.Edition;
import entente.service.Evaluations;
import entente.service.Evaluations.Weight;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Assessments: made, kept, listed, fetched and verified. */
@Controller
class Assessments {

    static final String PATH = "/api/v1/assessments";

    private static final int USUAL_PAGE = 50;

    private final Archive archive;
    private final Evaluations evaluations;
    private final Once once;

    Assessments(Archive archive, Evaluations evaluations, Once once) {
        this.archive = archive;
        this.evaluations = evaluations;
        this.once = once;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "assess",
            says = "The verdict on a scenario with its whole explanation, the same bytes as the command line writes.",
            query = {Query.KEEP, Query.SCALE},
            body = "scenario",
            evaluates = true,
            archive = Call.Archive.WRITES,
            problems = ProblemType.INVALID,
            answers = {
                @Call.Good(
                        status = 201,
                        says = "Assessed and kept.",
                        schema = "assessment",
                        headers = {Call.Header.LOCATION, Call.Header.ETAG, Call.Header.IDEMPOTENCY_REPLAYED}),
                @Call.Good(
                        status = 200,
                        says = "Assessed, and not kept because keep is false.",
                        schema = "assessment",
                        headers = {Call.Header.ETAG, Call.Header.IDEMPOTENCY_REPLAYED})
            })
    Answer assess(Asked asked) {
        boolean keep = asked.truth(Query.KEEP, true);
        ScaleOfWords scale = asked.word(Query.SCALE, ScaleOfWords.class).orElse(ScaleOfWords.ICD203);
        return once.answer(asked, () -> {
            byte[] body = asked.body();
            Assessed assessed = evaluations.run(Weight.LIGHT, () -> Assessed.of(asked.edition(), body, scale));
            if (!keep) {
                return () -> Answers.tagged(Answers.json(200, assessed.json()));
            }
            NewAssessment kept = assessed.kept(asked.owner());
            return () -> {
                Entry entry = archive.keep(kept);
                return Answers.tagged(
                        Answer.of(entry, Map.of("Content-Type", Answers.JSON, "Location", PATH + "/" + entry.id())));
            };
        });
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "listAssessments",
            says = "Kept assessments, the latest first.",
            query = {Query.SCENARIO, Query.BAND, Query.FROM, Query.TO, Query.RULES, Query.LIMIT, Query.AFTER},
            archive = Call.Archive.READS,
            answers = @Call.Good(status = 200, says = "A page of them.", schema = "assessments"))
    Answer list(Asked asked) {
        Page page = archive.list(new Filter(
                asked.text(Query.SCENARIO),
                asked.word(Query.BAND, Band.class),
                asked.moment(Query.FROM),
                asked.moment(Query.TO),
                asked.digest(Query.RULES),
                asked.text(Query.AFTER),
                asked.whole(Query.LIMIT, 1, Query.LARGEST_PAGE, USUAL_PAGE)));
        return Answers.json(200, PageJson.write(page));
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "getAssessment",
            says = "A kept assessment, byte for byte as it was answered.",
            archive = Call.Archive.READS,
            problems = ProblemType.NOT_FOUND,
            answers = {
                @Call.Good(status = 200, says = "The assessment.", schema = "assessment", headers = Call.Header.ETAG),
                @Call.Good(status = 304, says = "The one that If-None-Match names.", headers = Call.Header.ETAG)
            })
    Answer get(Asked asked, @PathVariable String id) {
        return Answers.tagged(Answers.json(200, find(id).json()));
    }

    @GetMapping(path = PATH + "/{id}/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "verifyAssessment",
            says = "A kept assessment beside the same scenario assessed anew by the engine and the book in force.",
            archive = Call.Archive.READS,
            evaluates = true,
            problems = ProblemType.NOT_FOUND,
            answers =
                    @Call.Good(
                            status = 200,
                            says = "Identical, the same verdict, or drifted and where.",
                            schema = "verification"))
    Answer verify(Asked asked, @PathVariable String id) {
        byte[] kept = find(id).json().getBytes(StandardCharsets.UTF_8);
        VerificationJson.Report report = evaluations.run(
                Weight.LIGHT,
                () -> Verifying.report(
                        id,
                        AssessmentReader.read(kept).get(0),
                        Provenance.of(asked.edition().book()),
                        (resolved, refused) -> anew(asked.edition(), resolved, refused)));
        return Answers.json(200, VerificationJson.write(List.of(report)));
    }

    private static Optional<Assessment> anew(Edition edition, String resolved, List<Problem> refused) {
        ScenarioResult result = edition.reader().read(resolved.getBytes(StandardCharsets.UTF_8), Shelf.EMPTY);
        if (result instanceof ScenarioResult.Accepted accepted) {
            return Optional.of(edition.assessor().assess(accepted.scenario()));
        }
        refused.addAll(((ScenarioResult.Refused) result).problems());
        return Optional.empty();
    }

    private Entry find(String id) {
        return archive.find(Asked.identity(id)).orElseThrow(Asked::nothing);
    }
}
