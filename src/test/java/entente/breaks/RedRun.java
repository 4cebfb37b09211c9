package entente.breaks;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs tests in their own process, with the changed file first on the class path. */
final class RedRun {

    static final int GREEN = 0;
    static final int RED = 1;

    private RedRun() {}

    /** Takes the names of tests; exits with {@value #RED} and prints the first failure if a test fails. */
    public static void main(String[] tests) {
        PrintStream out = System.out;
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(tests).map(RedRun::selector).toList())
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTotalFailureCount() > 0) {
            TestExecutionSummary.Failure first = summary.getFailures().get(0);
            out.println("first red: " + first.getTestIdentifier().getDisplayName() + ": "
                    + String.valueOf(first.getException()).lines().limit(3).toList());
        } else if (summary.getTestsSucceededCount() == 0) {
            throw new IllegalStateException("no test ran of " + Arrays.toString(tests));
        }
        // Started threads may still be running.
        Runtime.getRuntime().halt(summary.getTotalFailureCount() > 0 ? RED : GREEN);
    }

    /** @throws IllegalArgumentException if there is no such test */
    static DiscoverySelector selector(String test) {
        String[] parts = test.split("#", 2);
        try {
            Class<?> type = Class.forName(parts[0], false, RedRun.class.getClassLoader());
            if (parts.length == 1) {
                return DiscoverySelectors.selectClass(type);
            }
            // Declared or inherited.
            Method method = Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                    .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                    .filter(one -> one.getName().equals(parts[1]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no test " + test));
            return DiscoverySelectors.selectMethod(type, method);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException("no test " + test, unknown);
        }
    }
}
