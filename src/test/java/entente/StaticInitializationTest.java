package entente;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/**
 * Two classes whose static initializers need each other block each other for ever when two threads use them for the
 * first time at the same moment (Java Language Specification 12.4.2): the service, or the tests, would hang.
 */
class StaticInitializationTest {

    @Test
    void noTwoClassesNeedEachOther() {
        Iterable<JavaClass> all = new ClassFileImporter()
                .importPackages("entente").stream()
                        .filter(one -> !one.getName().startsWith(StaticInitializationTest.class.getName()))
                        .toList();
        assertThat(new InitializationGraph(all).cyclic()).isEmpty();
    }

    @Test
    void cycleIsFound() {
        Iterable<JavaClass> two = new ClassFileImporter().importClasses(First.class, Second.class);
        assertThat(new InitializationGraph(two).cyclic())
                .containsExactly(First.class.getName(), Second.class.getName());
    }

    private static final class First {
        static final Object NEEDS = Second.NEEDS;
    }

    private static final class Second {
        static final Object NEEDS = First.NEEDS;
    }
}
