package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.TreeComparison;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shared by the tests of the same subject. */
abstract class VerifyFixture {


    static final AssessmentJson JSON = new AssessmentJson(LikelihoodScale.ICD203);
    static final Assessment TODAY = Shipped.assess("status-quo-2025");

    @TempDir
    Path temp;

    static String today() {
        return JSON.pretty(TODAY);
    }

    static Invocation verify(String kept, Object... more) {
        Object[] args = new Object[more.length + 2];
        args[0] = "verify";
        args[1] = "-";
        System.arraycopy(more, 0, args, 2, more.length);
        return Invocation.fed(kept, args);
    }

    static String flat(Invocation run) {
        return run.out().replaceAll("\\s+", " ");
    }
}
