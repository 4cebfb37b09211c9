package entente.service.workshop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** What a facilitator does to a workshop. */
@Getter
@RequiredArgsConstructor
public enum FacilitatorCommand {
    START_ROUND("round"),
    REVEAL(""),
    HIDE(""),
    PAUSE(""),
    RESUME(""),
    LOCK("readings"),
    UNLOCK("readings"),
    TIMER("seconds"),
    CALL("message"),
    END("");

    /** The field that belongs to it; empty if there is none. */
    private final String field;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Stream.of(values()).map(FacilitatorCommand::word).toList();
    }

    public static Optional<FacilitatorCommand> named(String word) {
        return Stream.of(values())
                .filter(command -> command.word().equals(word))
                .findFirst();
    }
}
