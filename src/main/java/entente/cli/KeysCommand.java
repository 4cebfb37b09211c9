package entente.cli;

import entente.service.keys.Key;
import entente.service.keys.KeyFile;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyFile.KeyFileException;
import entente.service.keys.KeyStore;
import entente.service.keys.Role;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        description = "Manage API keys of the service: add, list and remove.",
        subcommands = {KeysCommand.Add.class, KeysCommand.ListKeys.class, KeysCommand.Remove.class})
final class KeysCommand extends BaseCommand {

    abstract static class KeyFileCommand extends BaseCommand {

        @Option(names = "--keys", required = true, paramLabel = "FILE", description = "The key file.")
        private Path file = Path.of("");

        KeyFile read() {
            try {
                return new KeyStore(file).read();
            } catch (KeyFileException wrong) {
                wrong.faults().forEach(fault -> printDiagnostic(file + ": " + fault));
                throw new CliException(ExitCode.CONFIGURATION, "the key file is invalid; it was not changed.");
            } catch (IOException unreadable) {
                throw new CliException(ExitCode.NO_INPUT, file + " does not exist or cannot be read.");
            }
        }

        /** Changes the file under a lock; returns the new content. */
        KeyFile change(UnaryOperator<KeyFile> change) {
            KeyStore store = new KeyStore(file);
            try (Closeable alone = store.lock()) {
                KeyFile keys = change.apply(Files.exists(file) ? read() : KeyFile.EMPTY);
                store.write(keys);
                return keys;
            } catch (IOException cannot) {
                throw new CliException(ExitCode.CANNOT_CREATE, file + " cannot be written; nothing was changed.");
            }
        }
    }

    @Command(
            name = "add",
            description = {
                "Creates a key and prints it once; the file stores only its digest.",
                "",
                "Roles: a reader can read; an analyst can also assess and store scenarios; an operator can also see the "
                        + "metrics of the running service."
            })
    static final class Add extends KeyFileCommand {

        @Parameters(arity = "1", paramLabel = "NAME", description = "Name of the key.")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "Role: reader, analyst or operator.")
        private Role role = Role.READER;

        @Override
        ExitCode run() {
            if (!KeyEntry.name(name)) {
                throw CliException.usage(
                        "a name has 1 to 64 lowercase letters, digits, dots, hyphens and underscores, not " + name
                                + ".");
            }
            Key key = Key.generate(new SecureRandom());
            // The file is written first, so that a printed key is always valid.
            change(keys -> with(keys, key));
            out().print(key.reveal() + "\n");
            if (out().checkError()) {
                change(keys -> without(keys, key));
                throw new CliException(ExitCode.INPUT_OUTPUT, "the key could not be printed, so it was removed again.");
            }
            printInfo("This key is shown once. Send it as: Authorization: Bearer KEY");
            return ExitCode.SUCCESS;
        }

        /** Only if the name still belongs to this key. */
        private KeyFile without(KeyFile keys, Key key) {
            return keys.findByName(name)
                    .filter(entry -> entry.sha256().equals(key.digest()))
                    .map(entry -> keys.without(name))
                    .orElse(keys);
        }

        private KeyFile with(KeyFile keys, Key key) {
            if (keys.findByName(name).isPresent()) {
                throw CliException.usage("there is a key with that name; remove it first, or use another name.");
            }
            return keys.with(new KeyEntry(name, role, key.digest()));
        }
    }

    @Command(name = "list", description = "List names and roles. The file does not contain the keys.")
    static final class ListKeys extends KeyFileCommand {

        @Override
        ExitCode run() {
            read().entries()
                    .forEach(entry ->
                            out().print(entry.name() + " " + entry.role().word() + "\n"));
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "remove", description = "Remove a key; a running service rejects it from then on.")
    static final class Remove extends KeyFileCommand {

        @Parameters(arity = "1", paramLabel = "NAME", description = "Name of the key to remove.")
        private String name = "";

        @Override
        ExitCode run() {
            read();
            if (change(this::without).entries().isEmpty()) {
                printInfo(
                        "That was the last key: all requests are rejected, and the service does not start with this file.");
            }
            return ExitCode.SUCCESS;
        }

        private KeyFile without(KeyFile keys) {
            if (keys.findByName(name).isEmpty()) {
                throw CliException.usage("there is no key with that name.");
            }
            return keys.without(name);
        }
    }
}
