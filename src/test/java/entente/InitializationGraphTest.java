package entente;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class InitializationGraphTest {

    @Test
    void cycleIsFound() {
        assertThat(new InitializationGraph(new ClassFileImporter().importClasses(First.class, Second.class)).cyclic())
                .containsExactly(First.class.getName(), Second.class.getName());
    }

    private static final class First {
        static final Object NEEDS = Second.NEEDS;
    }

    private static final class Second {
        static final Object NEEDS = First.NEEDS;
    }
}
