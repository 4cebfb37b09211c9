package entente.cli;

import entente.briefing.BriefingMedium;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.cli.BriefingBooks.Versions;
import entente.cli.io.Program;
import entente.cli.watch.BriefingMaker;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.report.briefing.Briefing;
import entente.report.briefing.StyleViolationException;
import entente.report.form.Hint;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Briefings of the scenarios of a watched folder, as {@code brief} writes them. */
final class WatchedBriefings implements BriefingMaker {

    private final BriefingBooks books;
    private final Briefings briefings;
    private final Set<BriefingMedium> media;
    private final LikelihoodScale scale;

    private final List<String> setup;

    /** @throws RuleBookException if a rule book is faulty */
    WatchedBriefings(BaseCommand command, Set<BriefingMedium> media, LikelihoodScale scale) throws RuleBookException {
        this.books = BriefingBooks.open(command, null);
        this.briefings = new Briefings(books.own(), books.rival());
        this.media = media;
        this.scale = scale;
        this.setup = List.of(
                "rules " + RuleBooks.key(command.rulesFolder()),
                "rival " + rivalKey(command),
                "scale " + scale.name().toLowerCase(Locale.ROOT),
                "formats " + media.stream().map(BriefingMedium::ending).collect(Collectors.joining(",")));
    }

    private String rivalKey(BaseCommand command) throws RuleBookException {
        return books.pair().isPresent() ? RuleBooks.key(BriefingBooks.rivalFolder(command)) : "none";
    }

    @Override
    public List<String> setup() {
        return setup;
    }

    @Override
    public Made make(Path input, byte[] content, ScenarioSource parents) {
        String name = String.valueOf(input.getFileName());
        return books.read(
                reader -> ScenarioInputs.read(reader, name, content, parents, ScenarioOverrides.NONE),
                versions -> brief(input, versions),
                refused -> new Refused(refused.problems()));
    }

    private Made brief(Path input, Versions versions) {
        Request request = new Request(
                versions.own(),
                versions.forRival(),
                Optional.empty(),
                0,
                scale,
                false,
                books.assessCommand(Program.hint(name(input), List.of()), scale));
        try {
            Briefing briefing = briefings.write(request);
            Map<String, byte[]> bytes = new TreeMap<>();
            media.forEach(medium -> bytes.put(medium.ending(), BriefingBooks.render(medium, briefing)));
            return new Briefed(bytes);
        } catch (StyleViolationException broken) {
            return new Refused(
                    List.of(new Problem("#", "STYLE", broken.getMessage() + ".", List.of(), Optional.empty(), 0, 0)));
        }
    }

    /** As a shell reads it; a name that is no text cannot be typed. */
    private static String name(Path input) {
        try {
            return Path.of(input.toString()).equals(input) ? input.toString() : Hint.GENERIC.input();
        } catch (InvalidPathException bytes) {
            return Hint.GENERIC.input();
        }
    }
}
