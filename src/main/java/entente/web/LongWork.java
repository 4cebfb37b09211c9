package entente.web;

import entente.archive.Answer;
import entente.archive.Job;
import entente.json.Tree;
import entente.problem.ProblemType;
import entente.work.Workshop;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Long work: asked after and cancelled by who asked for it. */
@Controller
class LongWork {

    static final String PATH = "/api/v1/work";

    private final Workshop workshop;

    LongWork(Workshop workshop) {
        this.workshop = workshop;
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "getWork",
            says = "How far long work of yours is, and what came of it; its result can be had for 24 hours.",
            archive = Call.Archive.READS,
            problems = ProblemType.NOT_FOUND,
            answers = @Call.Good(status = 200, says = "Where it stands.", schema = "work"))
    Answer get(Asked asked, @PathVariable String id) {
        return Answers.json(
                200, written(workshop.find(Asked.identity(id), asked.owner()).orElseThrow(Asked::nothing)));
    }

    @DeleteMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "cancelWork",
            says = "Ends long work of yours before its time; what it has kept until then stays kept.",
            archive = Call.Archive.WRITES,
            problems = {ProblemType.NOT_FOUND, ProblemType.CONFLICT},
            answers = @Call.Good(status = 200, says = "It is cancelled.", schema = "work"))
    Answer cancel(Asked asked, @PathVariable String id) {
        return Answers.json(
                200, written(workshop.cancel(Asked.identity(id), asked.owner()).orElseThrow(Asked::nothing)));
    }

    /** Taken in, with where to ask after it. */
    static Answer taken(Job job) {
        Answer answer = Answers.with(Answers.json(202, written(job)), "Location", PATH + "/" + job.id());
        return Answers.with(answer, "Retry-After", "1");
    }

    private static String written(Job job) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", job.id().toString());
        entry.put("kind", job.kind());
        entry.put("state", job.state().name());
        entry.put("at", job.at().toString());
        entry.put("done", job.done());
        entry.put("total", job.total());
        job.result()
                .ifPresent(result -> entry.put(
                        job.state() == Job.State.FAILED ? "problem" : "result", new Tree.Written(result.strip())));
        return Tree.write(entry);
    }
}
