package entente.quality.cases;

import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the shipped rules with other cases. */
public record RuleBookWithCases(Path folder) {

    public static final Path CASES = Golden.RESOURCES.resolve("cases");

    /** A rule book without cases. */
    public static RuleBookWithCases in(Path folder) {
        return new RuleBookWithCases(BookFolder.copy(Shipped.RULES, folder).folder());
    }

    /** Adds the case files of a folder of the test resources. */
    public RuleBookWithCases with(String kind) {
        BookFolder.copy(CASES.resolve(kind), CaseFiles.folder(folder));
        return this;
    }

    public RuleBookWithCases with(Path file) {
        Path cases = CaseFiles.folder(folder);
        try {
            Files.createDirectories(cases);
            Files.copy(file, cases.resolve(file.getFileName()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    public Invocation test(Object... args) {
        return Invocation.of("rules", "test", "--rules", folder, args);
    }
}
