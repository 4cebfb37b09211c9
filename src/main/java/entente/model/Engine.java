package entente.model;

/** Version of this engine. */
public final class Engine {

    /** A test checks that it equals the version of the Maven project. */
    public static final String VERSION = "0.1.0";

    private Engine() {}
}
