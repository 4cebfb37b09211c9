package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Terminal;
import entente.service.keys.Key;
import entente.service.keys.KeyEntry;
import entente.service.keys.KeyFile;
import entente.service.keys.KeyFileException;
import entente.service.keys.KeyStore;
import entente.service.keys.Role;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        description = "Who may ask a service: makes, lists and removes keys.",
        subcommands = {KeysCommand.Add.class, KeysCommand.ListKeys.class, KeysCommand.Remove.class},
        commandListHeading = "%nVerbs:%n")
final class KeysCommand extends BaseCommand {

    @Spec
    private CommandSpec spec;

    KeysCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() {
        String verbs = spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .map(CommandSpec::name)
                .collect(Collectors.joining(", "));
        throw new CliException(ExitCode.USAGE, "keys needs a verb, one of " + verbs + ".");
    }

    /** What works on a key file. */
    abstract static class OnFile extends BaseCommand {

        @Option(names = "--file", required = true, paramLabel = "FILE", description = "The key file.")
        private @Nullable Path file;

        OnFile(Terminal terminal, Home home) {
            super(terminal, home);
        }

        Path file() {
            return Objects.requireNonNull(file);
        }

        KeyFile read() {
            try {
                return new KeyStore(file()).read();
            } catch (KeyFileException wrong) {
                wrong.faults()
                        .forEach(fault ->
                                printDiagnostic(file() + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.sentence()));
                throw new CliException(ExitCode.CONFIGURATION, "the key file is wrong; it was left as it is.");
            } catch (IOException unreadable) {
                throw new CliException(ExitCode.NO_INPUT, file() + " is not there or cannot be read.");
            }
        }

        /** Reads, changes and writes the file while nobody else does; returns what is in it then. */
        KeyFile change(UnaryOperator<KeyFile> change) {
            KeyStore store = new KeyStore(file());
            try (Closeable alone = store.lock()) {
                KeyFile keys = change.apply(Files.exists(file()) ? read() : KeyFile.EMPTY);
                store.write(keys);
                return keys;
            } catch (IOException cannot) {
                throw new CliException(ExitCode.CANNOT_CREATE, file() + " cannot be written; nothing was changed.");
            }
        }
    }

    @Command(
            name = "add",
            description = {
                "Makes a key and writes it to standard output, this once: the file keeps its digest.",
                "",
                "A reader reads; an analyst has scenarios assessed and keeps them; an operator sees the figures of the "
                        + "running service as well."
            })
    static final class Add extends OnFile {

        @Parameters(arity = "1", paramLabel = "NAME", description = "Whose key it is.")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "What it may do: reader, analyst or operator.")
        private Role role = Role.READER;

        Add(Terminal terminal, Home home) {
            super(terminal, home);
        }

        @Override
        ExitCode run() {
            if (!KeyEntry.name(name)) {
                throw new CliException(
                        ExitCode.USAGE,
                        "a name is 1 to 64 small letters, digits, dots, hyphens and underscores, not " + name + ".");
            }
            Key key = Key.generate(new SecureRandom());
            // First the file, then the key: a key that was shown and opens nothing would be worse than none.
            change(keys -> with(keys, key));
            out().print(key.reveal() + "\n");
            if (out().checkError()) {
                change(keys -> without(keys, key));
                throw new CliException(ExitCode.INPUT_OUTPUT, "the key could not be written, so it was removed again.");
            }
            printInfo("This key is shown once. It is sent as: Authorization: Bearer KEY");
            return ExitCode.SUCCESS;
        }

        /** Only while the name still stands for this very key. */
        private KeyFile without(KeyFile keys, Key key) {
            return keys.findByName(name)
                            .filter(entry -> entry.sha256().equals(key.digest()))
                            .isPresent()
                    ? keys.without(name)
                    : keys;
        }

        private KeyFile with(KeyFile keys, Key key) {
            if (keys.findByName(name).isPresent()) {
                throw new CliException(
                        ExitCode.USAGE, "there is a key of that name; remove it first, or take another name.");
            }
            return keys.with(new KeyEntry(name, role, key.digest()));
        }
    }

    @Command(name = "list", description = "Names and roles. No key can be had from the file.")
    static final class ListKeys extends OnFile {

        ListKeys(Terminal terminal, Home home) {
            super(terminal, home);
        }

        @Override
        ExitCode run() {
            read().entries()
                    .forEach(entry ->
                            out().print(entry.name() + " " + entry.role().word() + "\n"));
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "remove", description = "Removes a key; a running service lets it in no longer.")
    static final class Remove extends OnFile {

        @Parameters(arity = "1", paramLabel = "NAME", description = "Whose key goes.")
        private String name = "";

        Remove(Terminal terminal, Home home) {
            super(terminal, home);
        }

        @Override
        ExitCode run() {
            read();
            if (change(this::without).entries().isEmpty()) {
                printInfo("That was the last key: nobody is let in, and a service does not start with this file.");
            }
            return ExitCode.SUCCESS;
        }

        private KeyFile without(KeyFile keys) {
            if (keys.findByName(name).isEmpty()) {
                throw new CliException(ExitCode.USAGE, "there is no key of that name.");
            }
            return keys.without(name);
        }
    }
}
