package entente.rulebook;

import entente.model.rule.Rule;
import entente.testkit.Folders;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A cache in which the compiled shipped book has a truth table that contradicts one of its rules. */
public final class CorruptedRuleBook {

    private CorruptedRuleBook() {}

    /** Copies the compiled shipped book and the marks of passed checks, with a table by which the rule never holds. */
    public static void write(Path cache, String rule) throws IOException, RuleBookException {
        Files.createDirectories(cache);
        for (Path mark : Folders.files(Shipped.CACHE, ".sound")) {
            Files.copy(mark, cache.resolve(mark.getFileName()));
        }
        String name = RuleBooks.key(Shipped.RULES) + ".jar";
        Path jar = Files.copy(Shipped.CACHE.resolve(name), cache.resolve(name));
        int row = Shipped.BOOK.book().rules().stream().map(Rule::id).toList().indexOf(rule);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path tables = files.getPath(CompiledRuleBook.TABLES);
            TruthTables filled = RecordBytes.read(Files.readAllBytes(tables), TruthTables.class);
            Arrays.fill(filled.masks()[row], 0);
            Files.write(tables, RecordBytes.write(filled));
        }
    }
}
