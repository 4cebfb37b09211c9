package entente.analysis.exploration;

import entente.model.Band;

/** The outputs whose expectations are computed, by number: each band as 0 or 1, then the likelihood in percent. */
final class Output {

    static final int PERCENT = Band.values().length;
    static final int COUNT = PERCENT + 1;

    private Output() {}
}
