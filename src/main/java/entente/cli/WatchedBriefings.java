package entente.cli;

import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.briefing.EditionArchive;
import entente.briefing.EditionException;
import entente.briefing.EditionPublisher;
import entente.briefing.PublishingOptions;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Program;
import entente.cli.usage.EditionOptions;
import entente.cli.watch.BriefingMaker;
import entente.document.Text;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.report.briefing.Briefing;
import entente.report.form.Hint;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioSource;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Briefings of the scenarios of a watched folder, as {@code brief} writes them. */
final class WatchedBriefings implements BriefingMaker {

    private final BriefingInputs books;
    private final List<String> rulesOption;
    private final Briefings briefings;
    private final Set<BriefingMedium> media;
    private final LikelihoodScale scale;
    private final Optional<EditionPublisher> publisher;
    private final List<String> setup;

    /**
     * @param archive where briefings are published as editions; null for none
     * @throws RuleBookException if a rule book is faulty
     */
    WatchedBriefings(BaseCommand command, Set<BriefingMedium> media, LikelihoodScale scale, @Nullable Path archive)
            throws RuleBookException {
        this.books = BriefingInputs.open(command, null);
        this.rulesOption = command.rulesOption();
        this.briefings = books.briefings();
        this.media = media;
        this.scale = scale;
        this.publisher = Optional.ofNullable(archive)
                .map(folder -> new EditionPublisher(EditionArchive.open(folder), briefings, EditionOptions.clock()));
        Optional<Path> rival = RuleBooks.rival(command.rulesFolder());
        List<String> lines = new ArrayList<>(List.of(
                "rules " + RuleBooks.key(command.rulesFolder()),
                "rival " + (rival.isPresent() ? RuleBooks.key(rival.get()) : "none"),
                "scale " + scale.name().toLowerCase(Locale.ROOT),
                "formats " + media.stream().map(BriefingMedium::ending).collect(Collectors.joining(","))));
        if (archive != null) {
            lines.add("archive " + Text.printable(archive.toString()));
        }
        this.setup = List.copyOf(lines);
    }

    @Override
    public List<String> setup() {
        return setup;
    }

    @Override
    public Made make(Path input, byte[] content, ScenarioSource parents) {
        String name = String.valueOf(input.getFileName());
        return briefings.read(
                reader -> ScenarioInputs.read(reader, name, content, parents, ScenarioOverrides.NONE),
                versions -> publisher.isPresent()
                        ? new Deferred(() -> publish(publisher.get(), input, versions))
                        : brief(input, versions),
                refused -> new Refused(refused.problems()));
    }

    private Made brief(Path input, BriefingScenario versions) {
        Request request =
                new Request(versions.own(), versions.forRival(), Optional.empty(), 0, scale, false, command(input));
        Briefing briefing = briefings.write(request);
        Map<String, byte[]> bytes = new TreeMap<>();
        media.forEach(medium -> bytes.put(medium.ending(), render(medium, briefing)));
        return new Briefed(bytes);
    }

    private Made publish(EditionPublisher editions, Path input, BriefingScenario versions) {
        PublishingOptions options = new PublishingOptions(media, scale, false, command(input)).withIfChanged(true);
        try {
            return new Published(editions.publish(versions, options)
                    .map(edition -> "published edition " + edition.id())
                    .orElse("nothing has changed since the last edition"));
        } catch (EditionException earlier) {
            return refused("EDITION", String.valueOf(earlier.getMessage()));
        } catch (NoClassDefFoundError missing) {
            throw missingLibrary("A format");
        } catch (IOException cannot) {
            throw new CliException(
                    ExitCode.INPUT_OUTPUT,
                    "the archive of editions cannot be used: " + Text.printable(cannot.toString())
                            + ". Nothing is lost: the next start goes on with this file.");
        }
    }

    private static Refused refused(String code, String detail) {
        return new Refused(List.of(new Problem("#", code, detail, List.of(), Optional.empty(), 0, 0)));
    }

    private String command(Path input) {
        return books.assessCommand(Program.hint(name(input), rulesOption), scale);
    }

    /** As a shell reads it; a name that is no text cannot be typed. */
    private static String name(Path input) {
        try {
            return Path.of(input.toString()).equals(input) ? input.toString() : Hint.GENERIC.input();
        } catch (InvalidPathException bytes) {
            return Hint.GENERIC.input();
        }
    }

    static byte[] render(BriefingMedium medium, Briefing briefing) {
        try {
            return medium.render(briefing);
        } catch (NoClassDefFoundError missing) {
            throw missingLibrary("--format " + medium.ending());
        }
    }

    private static CliException missingLibrary(String what) {
        return new CliException(
                ExitCode.CONFIGURATION,
                what + " needs libraries that are not on the class path; start with ./entente.");
    }
}
