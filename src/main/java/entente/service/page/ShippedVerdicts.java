package entente.service.page;

import entente.document.Digest;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.problem.ProblemException;
import entente.service.rulebook.RuleBookSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The verdicts of the shipped scenarios, assessed together when a rule book is first requested and when a scenario
 * file changes. Only the latest set is kept.
 */
@Component
class ShippedVerdicts {

    /** Scenarios that are assessed; further ones are counted only. */
    static final int LIMIT = 100;

    /** The latest set, with the digest of rule book and scenarios. */
    private record Kept(String digest, Verdicts verdicts) {}

    /**
     * @param rows in the order of the ids
     * @param others scenarios beyond the limit, or refused by the active rule book
     */
    record Verdicts(List<VerdictRow> rows, int others) {}

    private volatile @Nullable Kept kept;

    /** @throws ProblemException as {@link ApiRequest#admitAndEvaluate}, unless they are known already */
    Verdicts of(ApiRequest request) {
        RuleBookSnapshot snapshot = request.snapshot();
        List<byte[]> files = files(snapshot.scenarioSource());
        String digest = digest(snapshot, files);
        Kept known = kept;
        if (known != null && known.digest().equals(digest)) {
            return known.verdicts();
        }
        Verdicts assessed = request.admitAndEvaluate(Cost.HEAVY, () -> assess(snapshot, files));
        kept = new Kept(digest, assessed);
        return assessed;
    }

    private static List<byte[]> files(ScenarioSource source) {
        return source.ids().stream().map(source::find).flatMap(Optional::stream).toList();
    }

    private static String digest(RuleBookSnapshot snapshot, List<byte[]> files) {
        StringBuilder digests = new StringBuilder(snapshot.book().key());
        files.forEach(file -> digests.append(Digest.sha256(file)));
        return Digest.sha256(digests.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Verdicts assess(RuleBookSnapshot snapshot, List<byte[]> files) {
        List<VerdictRow> rows = new ArrayList<>();
        for (byte[] file : files) {
            if (rows.size() < LIMIT
                    && snapshot.reader().read(file, snapshot.scenarioSource())
                            instanceof ScenarioResult.Accepted accepted) {
                Scenario scenario = accepted.scenario();
                Assessment assessment = snapshot.assessor().assess(scenario);
                rows.add(VerdictRow.of(assessment, snapshot.book().baseRate(scenario.horizonYears())));
            }
        }
        return new Verdicts(List.copyOf(rows), files.size() - rows.size());
    }
}
