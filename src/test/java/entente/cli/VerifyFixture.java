package entente.cli;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.json.ResultDocument;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Shared by the tests of the same subject. */
abstract class VerifyFixture {

    static final ResultDocument<Assessment> JSON = AssessmentJson.document(LikelihoodScale.ICD203);
    static final Assessment TODAY = Shipped.assess("status-quo-2025");

    @TempDir
    Path temp;

    static String today() {
        return JSON.pretty(TODAY);
    }

    static Invocation verify(String kept, Object... more) {
        Object[] args = new Object[more.length + 3];
        args[0] = "editions";
        args[1] = "verify";
        args[2] = "-";
        System.arraycopy(more, 0, args, 3, more.length);
        return Invocation.fed(kept, args);
    }

    static String flat(Invocation run) {
        return run.out().replaceAll("\\s+", " ");
    }
}
