package entente.model;

/** This engine. */
public final class Engine {

    /** The version of the build; a test holds it equal to the project's. */
    public static final String VERSION = "0.1.0";

    private Engine() {}
}
