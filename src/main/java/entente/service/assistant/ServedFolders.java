package entente.service.assistant;

import entente.document.Text;
import entente.report.form.Hint;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folders of a server as answers name them: from the installation, as the command line takes them there. The path of a
 * folder elsewhere is not told, as it tells of the machine.
 *
 * @param home the installation, with the shipped rule book
 */
record ServedFolders(Path home, Path rules, Path scenarios) {

    private static final String SHIPPED = "rules";
    private static final String ELSEWHERE = "DIR";

    static ServedFolders of(String rules, String scenarios) {
        return new ServedFolders(Path.of(System.getProperty("entente.home", ".")), Path.of(rules), Path.of(scenarios));
    }

    /** Names the rule book in locations, such as {@code rules}; a folder elsewhere has its last name only. */
    String rulesName() {
        String name = named(rules);
        return name.equals(ELSEWHERE) ? String.valueOf(real(rules).getFileName()) : name;
    }

    String scenariosName() {
        return named(scenarios);
    }

    /** A proposed command, with the option that names the rule book unless it is the shipped one. */
    String command(String arguments) {
        String name = named(rules);
        return Hint.command(arguments) + (name.equals(SHIPPED) ? "" : " --rules " + Text.quoted(name));
    }

    private String named(Path folder) {
        Path from = real(home);
        Path to = real(folder);
        return to.startsWith(from) && !to.equals(from)
                ? from.relativize(to).toString().replace('\\', '/')
                : ELSEWHERE;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException missing) {
            return folder.toAbsolutePath().normalize();
        }
    }

    /** Where everything is defined; nothing if the folder holds a faulty edit. */
    RuleBookLocations locations() {
        try {
            return RuleBooks.locations(rules);
        } catch (RuleBookException faulty) {
            return new RuleBookLocations(Map.of());
        }
    }
}
