package entente.report.csv;

import entente.analysis.sensitivity.SensitivityResult;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import java.util.List;
import java.util.function.Function;

/** The tables of assessments. */
public enum AssessmentTable {
    VERDICTS,
    GROUPS,
    LEDGER,
    READINGS,
    CHANGES;

    /** The table that is written if none is chosen. */
    public static LongTable<Assessment, ?> verdicts(LikelihoodScale scale) {
        return new LongTable<>(VerdictCsv.table(scale), List::of);
    }

    /** @param sensitivity computes the effect of single readings, for {@link #CHANGES} */
    public LongTable<Assessment, ?> of(LikelihoodScale scale, Function<Assessment, SensitivityResult> sensitivity) {
        return switch (this) {
            case VERDICTS -> verdicts(scale);
            case GROUPS -> new LongTable<>(GroupCsv.TABLE, GroupCsv::rows);
            case LEDGER -> new LongTable<>(LedgerCsv.TABLE, LedgerCsv::rows);
            case READINGS -> new LongTable<>(ReadingCsv.TABLE, ReadingCsv::rows);
            case CHANGES -> new LongTable<>(ChangeCsv.TABLE, sensitivity.andThen(ChangeCsv::rows));
        };
    }
}
