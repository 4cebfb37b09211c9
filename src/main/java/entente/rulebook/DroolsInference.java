package entente.rulebook;

import entente.model.GradedReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * Infers with Drools: a new session for each call, one fact per indicator; agenda events report the rules that fired.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class DroolsInference implements Inference {

    private static final String MODELS = "META-INF/kie/entente/rulebook/drools-model";

    private final KieBase base;
    private final int limit;

    /** Loads the compiled model directly, without kmodule.xml or class path scanning. */
    static DroolsInference load(ClassLoader loader, int rules) {
        List<Model> models = new ArrayList<>();
        try (InputStream list = loader.getResourceAsStream(MODELS)) {
            if (list == null) {
                throw new IllegalStateException("a compiled book lacks its model");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            lines.readLine(); // the release id
            for (String name = lines.readLine(); name != null; name = lines.readLine()) {
                models.add(Class.forName(name, true, loader)
                        .asSubclass(Model.class)
                        .getDeclaredConstructor()
                        .newInstance());
            }
        } catch (IOException | ReflectiveOperationException broken) {
            throw new IllegalStateException("a compiled book is broken", broken);
        }
        return new DroolsInference(KieBaseBuilder.createKieBaseFromModel(models), rules);
    }

    @Override
    public Set<String> satisfiedRules(Collection<GradedReading> readings) {
        InterruptionCheck.check();
        Set<String> satisfied = new TreeSet<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    satisfied.add(event.getMatch().getRule().getName());
                }
            });
            readings.forEach(session::insert);
            // No rule changes a fact, so each fires at most once.
            int fired = session.fireAllRules(limit + 1);
            if (fired > limit) {
                throw new IllegalStateException("more rules fired than the book has");
            }
        } finally {
            session.dispose();
        }
        return satisfied;
    }
}
