package entente.cli;

import entente.briefing.BriefingMedium;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.cli.RuleBookPair.ScenarioPairs;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Inputs.Input;
import entente.document.Text;
import entente.files.AtomicFile;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.report.briefing.Briefing;
import entente.report.briefing.StyleViolationException;
import entente.report.form.Hint;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.scenario.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "brief",
        description = {
            "Write a briefing of each scenario: bottom line, key judgements, figure, indicators to watch, sources.",
            "",
            "With --out each format becomes a file, named after the scenario; without it one format goes to standard output."
        })
final class BriefCommand extends ScenarioCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|ID|-",
            description = "Scenario files, folders, ids of shipped scenarios, or standard input.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "One or more of ${COMPLETION-CANDIDATES}, separated by commas. Default: md.")
    private List<BriefingMedium> formats = List.of(BriefingMedium.MD);

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the files; created if missing. Existing briefings of the same name are replaced.")
    private @Nullable Path folder;

    @Option(
            names = "--since",
            paramLabel = "PREVIOUS",
            description =
                    "The scenario of the previous edition, a file or an id: the briefing says what changed since.")
    private @Nullable String since;

    @Option(
            names = "--edition",
            paramLabel = "N",
            description = "Number of this edition. Default: 1, or 2 with --since.")
    private @Nullable Integer edition;

    @Option(names = "--long", description = "Append every rule that fired, with what it read.")
    private boolean withLedger;

    @Option(
            names = "--rival",
            paramLabel = "DIR",
            description = "Rule book of the other reading, or none. Default: the folder rival in the rule book.")
    private @Nullable String rival;

    @Option(names = "--scale", paramLabel = "SCALE", description = "Likelihood scale: icd203 or phia. Default: icd203.")
    private LikelihoodScale scale = LikelihoodScale.ICD203;

    /** A scenario as this book and as the rival one reads it. */
    private record Versions(Scenario own, Optional<Scenario> forRival) {}

    /** The books, and what reads scenarios for them. */
    private record Books(LoadedRuleBook own, Optional<RuleBookPair> pair) {

        Optional<LoadedRuleBook> rival() {
            return pair.map(both -> both.second().loaded());
        }
    }

    @Override
    ExitCode run() throws Exception {
        if (edition != null && edition < (since == null ? 1 : 2)) {
            throw CliException.usage("--edition counts from 1, and with --since from 2.");
        }
        Books books = books();
        Optional<Scenario> previous = since == null ? Optional.empty() : Optional.of(previous(books, since));
        List<Versions> scenarios = new ArrayList<>();
        List<Input> inputs = inputs(names);
        ExitCode code = read(books, inputs, overrides(), scenarios);
        if (folder == null && (Set.copyOf(formats).size() > 1 || scenarios.size() > 1)) {
            throw CliException.usage("several briefings or formats need --out DIR.");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, Text.printable(folder.toString()) + " is a file; --out needs a folder.");
        }
        previous.ifPresent(before -> refusePrevious(before, scenarios));
        refuseRepeatedIds(scenarios);
        Briefings briefings = new Briefings(books.own(), books.rival());
        for (int i = 0; i < scenarios.size(); i++) {
            progress(i, scenarios.size());
            Versions versions = scenarios.get(i);
            // Refused inputs leave gaps, after which positions tell nothing.
            String input = scenarios.size() == inputs.size() ? inputs.get(i).name() : Hint.GENERIC.input();
            write(brief(
                    briefings,
                    new Request(
                            versions.own(),
                            versions.forRival(),
                            previous,
                            number() - 1,
                            scale,
                            withLedger,
                            command(input))));
        }
        eraseProgress();
        return code;
    }

    private static Briefing brief(Briefings briefings, Request request) {
        try {
            return briefings.write(request);
        } catch (StyleViolationException broken) {
            throw new CliException(ExitCode.CONFIGURATION, broken.getMessage() + ".");
        }
    }

    /** The command that gives the same verdict, as it is typed. */
    private String command(String input) {
        String rules = rulesFolder().equals(home().rules())
                ? ""
                : " --rules " + Text.quoted(rulesFolder().toString());
        String words = scale == LikelihoodScale.ICD203 ? "" : " --scale phia";
        return Hint.command("assess " + hint(input).input().replace(Wording.GLUE, ' ') + rules + words);
    }

    /** A previous edition is of one scenario, and not of a later date. */
    private void refusePrevious(Scenario before, List<Versions> scenarios) {
        if (scenarios.size() > 1) {
            throw CliException.usage("--since goes with one scenario, not with " + scenarios.size() + ".");
        }
        boolean later = scenarios.stream()
                .flatMap(versions -> versions.own().asOf().stream())
                .anyMatch(date -> before.asOf().filter(date::isBefore).isPresent());
        if (later) {
            throw CliException.usage("--since names an earlier edition; " + before.id() + " is of a later date.");
        }
    }

    /** Their files would replace each other. */
    private void refuseRepeatedIds(List<Versions> scenarios) {
        Set<String> ids = new HashSet<>();
        for (Versions versions : scenarios) {
            if (folder != null && !ids.add(versions.own().id())) {
                throw CliException.usage(
                        "two scenarios have the id " + versions.own().id() + "; one briefing would replace the other.");
            }
        }
    }

    private int number() {
        return edition != null ? edition : since == null ? 1 : 2;
    }

    private Books books() throws RuleBookException {
        Path shipped = rulesFolder().resolve("rival");
        if ("none".equals(rival) || (rival == null && !Files.isDirectory(shipped))) {
            return new Books(book(), Optional.empty());
        }
        Path other = rival == null ? shipped : Path.of(rival);
        RuleBookPair pair = RuleBookPair.open(this, List.of(rulesFolder(), other));
        return new Books(pair.first().loaded(), Optional.of(pair));
    }

    private ExitCode read(Books books, List<Input> inputs, ScenarioOverrides overrides, List<Versions> read) {
        if (books.pair().isPresent()) {
            ScenarioPairs pairs = books.pair().get().read(this, inputs, overrides);
            pairs.all().forEach(pair -> read.add(new Versions(pair.first(), Optional.of(pair.second()))));
            return pairs.code();
        }
        ScenarioInputs own = new ScenarioInputs(this, reader(books.own()), overrides).readAll(inputs);
        own.accepted().forEach(named -> read.add(new Versions(named.scenario(), Optional.empty())));
        return own.code();
    }

    private Scenario previous(Books books, String name) {
        List<Versions> read = new ArrayList<>();
        ExitCode code = read(books, inputs(List.of(name)), ScenarioOverrides.NONE, read);
        if (read.size() != 1) {
            throw new CliException(
                    code == ExitCode.SUCCESS ? ExitCode.USAGE : code,
                    "--since names one valid scenario, not " + Text.printable(name) + ".");
        }
        return read.get(0).own();
    }

    private void write(Briefing briefing) {
        for (BriefingMedium medium : Set.copyOf(formats).stream().sorted().toList()) {
            byte[] bytes = render(medium, briefing);
            if (folder == null) {
                out().writeBytes(bytes);
            } else {
                Path file = folder.resolve(briefing.scenario() + "." + medium.ending());
                try {
                    Files.createDirectories(folder);
                    AtomicFile.write(file, bytes);
                } catch (IOException cannot) {
                    throw new CliException(
                            ExitCode.CANNOT_CREATE, Text.printable(file.toString()) + " cannot be written.");
                }
                printInfo("Wrote " + Text.printable(file.toString()) + ".");
            }
        }
    }

    private static byte[] render(BriefingMedium medium, Briefing briefing) {
        try {
            return medium.render(briefing);
        } catch (NoClassDefFoundError missing) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    "--format " + medium.ending()
                            + " needs libraries that are not on the class path; start with ./entente.");
        }
    }
}
