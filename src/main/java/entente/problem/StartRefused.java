package entente.problem;

/** The service does not start, and says why in one sentence; the exit code says the same to a script. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Several lines where several things are wrong. */
    private final String sentence;

    private final int exitCode;

    /**
     * @param exitCode 69 database not reachable, 73 cannot create, 75 held by another process, 78 configuration wrong
     * @param sentence for whoever starts the service; names the setting, and no class
     */
    public StartRefused(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
        this.sentence = sentence;
    }

    public int exitCode() {
        return exitCode;
    }

    public String sentence() {
        return sentence;
    }
}
