package entente.service.workshop.store;

import entente.model.Scenario;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.WorkshopToken;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Creates workshops. */
@Component
@RequiredArgsConstructor
public final class NewWorkshops {

    public static final int DEFAULT_ROUNDS = 3;
    public static final int MAX_TITLE = 120;

    private final WorkshopTable workshops;
    private final SecureRandom random = new SecureRandom();

    /** @param facilitator the token of the facilitator, which is nowhere else */
    public record NewWorkshop(WorkshopState state, WorkshopToken facilitator) {}

    /** @param rulesSha256 digest of the active rule book */
    public NewWorkshop create(String title, Scenario baseline, String rulesSha256, int rounds) {
        WorkshopToken facilitator = WorkshopToken.generate(random);
        while (true) {
            WorkshopState state = new WorkshopState(
                    WorkshopCode.random(random),
                    title,
                    baseline.id(),
                    rulesSha256,
                    rounds,
                    0,
                    false,
                    Optional.empty(),
                    false,
                    WorkshopState.Joining.OPEN,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    1);
            if (workshops.find(state.code()).isEmpty()
                    && workshops.add(state, baseline.resolved(), facilitator.digest())) {
                return new NewWorkshop(state, facilitator);
            }
        }
    }
}
