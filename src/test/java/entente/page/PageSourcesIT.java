package entente.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.testkit.Folders;
import entente.testkit.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The modules of the pages pass a type checker (over their JSDoc) and a linter. Skipped where npm cannot install them. */
@Timeout(600)
@Tag("thorough")
class PageSourcesIT {

    private static final Path SOURCES = Path.of("src/main/resources/entente/page");
    private static final Path SETTINGS = Path.of("src/test/page");
    private static final Path FOLDER = Path.of("target/page-check");

    private static ProgramRun npm(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("npm", "--silent", "--no-audit", "--no-fund"));
        command.addAll(List.of(arguments));
        return ProgramRun.of(
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true));
    }

    @Test
    void modulesPassTheTypeCheckerAndTheLinter() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/npm")), "skipped: there is no npm on this machine");
        Files.createDirectories(FOLDER);
        Folders.delete(FOLDER.resolve("page"));
        Folders.copy(SOURCES, FOLDER.resolve("page"));
        for (String file : List.of("package.json", "tsconfig.json", "eslint.config.js")) {
            Files.write(FOLDER.resolve(file), Files.readAllBytes(SETTINGS.resolve(file)));
        }
        ProgramRun installed = npm("install", "--no-package-lock", "--fetch-retries=1", "--fetch-timeout=30000");
        assumeTrue(installed.code() == 0, () -> "skipped: npm could not install the checkers: " + installed.output());
        ProgramRun checked = npm("run", "check");
        assertThat(checked.code()).as(checked.output()).isZero();
    }
}
