package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.BookFolder;
import entente.testkit.Folders;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule books of git revisions in {@code rules diff}. */
@Tag("thorough")
class GitRevisionsIT {

    @TempDir
    private Path repository;

    private static Invocation diff(Path rules, Object... books) {
        return Invocation.of("rules", "diff", "--rules", rules, books);
    }

    private void git(Object... arguments) throws InterruptedException {
        String[] identity = {"git", "-C", repository.toString(), "-c", "user.name=A", "-c", "user.email=a@example.org"};
        ProgramRun.of(Stream.concat(Stream.of(identity), Stream.of(arguments)).toArray(String[]::new))
                .ok();
    }

    /** A repository whose first commit is the shipped book and whose second one has another weight. */
    private Path committed() throws IOException, InterruptedException {
        git("init", "--quiet");
        Path rules = BookFolder.copy(Shipped.RULES, repository.resolve("rules")).folder();
        git("add", ".");
        git("commit", "--quiet", "--message", "first");
        new BookFolder(rules).replace("weights.yaml", "points: 1.2", "points: 1.3");
        git("commit", "--quiet", "--all", "--message", "second");
        return rules;
    }

    private static long temporaryFolders() {
        return Folders.names(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                .filter(name -> name.startsWith("entente-rules"))
                .count();
    }

    @Test
    void revisionIsComparedWithTheFolder() throws IOException, InterruptedException {
        Path rules = committed();
        long before = temporaryFolders();
        Invocation run = diff(rules, "HEAD~1").quiet();
        assertThat(run.out())
                .contains(" of HEAD~1:" + rules.toString().substring(0, 4))
                .contains("One number differs.", "weights/alliance/MODERATE", "1.2", "1.3");
        assertThat(diff(rules, "HEAD", rules).out()).contains("The two rule books are identical.");
        assertThat(diff(rules, "HEAD~1", "HEAD").out()).contains("One number differs.");
        assertThat(temporaryFolders()).isEqualTo(before);
        new BookFolder(rules).replace("weights.yaml", "points: 1.3", "points: 1.4");
        assertThat(diff(rules, "HEAD").out()).contains("1.3", "1.4");
    }

    @Test
    void bookWithASharedCatalogueIsExtractedWithIt() throws IOException, InterruptedException {
        git("init", "--quiet");
        Path rules = BookFolder.copy(Shipped.RULES, repository.resolve("rules")).folder();
        Path rival = BookFolder.copy(Shipped.RULES.resolve("rival"), rules.resolve("rival"))
                .folder();
        git("add", ".");
        git("commit", "--quiet", "--message", "first");
        assertThat(diff(rival, "HEAD").out()).contains("The two rule books are identical.");
    }

    @Test
    void faultsOfARevisionNameItsFile() throws IOException, InterruptedException {
        Path rules = committed();
        new BookFolder(rules).append("weights.yaml", "nonsense: 1\n");
        git("commit", "--quiet", "--all", "--message", "third");
        new BookFolder(rules).replace("weights.yaml", "nonsense: 1\n", "");
        Invocation run = diff(rules, "HEAD").expect(78);
        assertThat(run.err()).contains("HEAD:" + rules + "/weights.yaml:");
    }

    @Test
    void missingRevisionRepositoryAndFolderAreDistinguished() throws IOException, InterruptedException {
        Path rules = committed();
        assertThat(diff(rules, "no-such-branch"))
                .isEqualTo(new Invocation(78, "", "entente: there is no folder and no git revision no-such-branch.\n"));
        Path later = BookFolder.copy(Shipped.RULES, repository.resolve("later")).folder();
        assertThat(diff(later, "HEAD"))
                .isEqualTo(new Invocation(78, "", "entente: git revision HEAD has no folder " + later + ".\n"));
        Files.move(repository.resolve(".git"), repository.resolve("git"));
        assertThat(diff(rules, "HEAD"))
                .isEqualTo(new Invocation(
                        78, "", "entente: HEAD is not a folder, and " + rules + " is not in a git repository.\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--output=stolen", "-x", "HEAD:rules", "HEAD HEAD", "", "$(touch stolen)", "^HEAD", "HEAD\n"})
    void nameThatIsNoRevisionIsNotPassedToGit(String name) {
        Invocation run = diff(Shipped.RULES, "--", name).refused(64);
        assertThat(run.err()).contains("is neither a folder nor the name of a git revision.");
    }
}
