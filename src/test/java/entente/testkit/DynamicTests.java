package entente.testkit;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Dynamic tests whose failures name them: a report of Maven shows the message only. */
public final class DynamicTests {

    private DynamicTests() {}

    public static DynamicTest test(String name, Executable body) {
        return DynamicTest.dynamicTest(name, named(name, body));
    }

    /** A part of a test whose failure names it. */
    public static Executable named(String name, Executable body) {
        return () -> {
            try {
                body.execute();
            } catch (AssertionError | Exception failure) {
                throw new AssertionError(name + ": " + failure.getMessage(), failure);
            }
        };
    }
}
