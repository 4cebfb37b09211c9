package entente.rulebook;

import entente.document.Digest;
import entente.document.Text;
import entente.model.Grade;
import entente.model.GradedReading;
import entente.model.Indicator;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.Results;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.InternalKieBuilder;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The rules of a book in Drools: it compiles the files as they stand and infers which rules hold, in a new session for
 * each call with one fact for each rated indicator; agenda events report the rules that fired.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class DroolsRules implements Inference {

    /** The folder of the rule files in a compiled book. */
    static final String FOLDER = "entente/rules/";

    private static final String MODELS = "META-INF/kie/entente/rulebook/drools-model";

    @Getter(AccessLevel.PACKAGE)
    private final KieBase base;

    private final List<Indicator> indicators;

    /** The position of each rule in the book, by its sentence, which is its name in Drools. */
    private final Map<String, Integer> positions;

    /**
     * Compiles files that {@link DrlReader} has accepted.
     *
     * @param files by name
     * @return a jar with the classes of the executable model and the files themselves
     * @throws RuleBookException with the file, and the line if Drools names it, if they do not compile
     */
    static byte[] compile(Map<String, byte[]> files) throws RuleBookException {
        KieServices services = KieServices.get();
        StringBuilder names = new StringBuilder();
        files.forEach((name, bytes) -> names.append(name).append(Digest.sha256(bytes)));
        // Books that are compiled concurrently need distinct releases in the shared Drools repository.
        ReleaseId release = services.newReleaseId("entente", "rulebook", Digest.sha256(names.toString()));
        KieModuleModel module = services.newKieModuleModel();
        // The parser by which the files were checked; another might read other rules from the same text.
        module.setConfigurationProperty(LanguageLevelOption.PROPERTY_NAME, LanguageLevelOption.DRL10.name());
        module.newKieBaseModel("rulebook").setDefault(true);
        try {
            KieFileSystem sources = services.newKieFileSystem();
            sources.generateAndWritePomXML(release);
            files.forEach((name, bytes) -> sources.write("src/main/resources/" + FOLDER + name, bytes));
            InternalKieBuilder builder = (InternalKieBuilder) services.newKieBuilder(sources);
            builder.withKModuleModel(module).buildAll(ExecutableModelProject.class);
            throwIfAny(builder.getResults());
            return ((InternalKieModule) builder.getKieModule()).getBytes();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static void throwIfAny(Results results) throws RuleBookException {
        FaultCollector faults = new FaultCollector();
        for (Message message : results.getMessages(Message.Level.ERROR)) {
            String path = Objects.requireNonNullElse(message.getPath(), "");
            String detail = message.getText().lines().findFirst().orElse("").strip();
            faults.add(
                    path.substring(path.lastIndexOf('/') + 1),
                    Math.max(0, message.getLine()),
                    "NOT_COMPILED",
                    "Drools does not compile this: " + Text.excerpt(detail) + ".");
        }
        faults.throwIfAny();
    }

    /** Loads the compiled model directly, without kmodule.xml or class path scanning. */
    static DroolsRules load(ClassLoader loader, RuleBook book) {
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
        KieBase base = KieBaseBuilder.createKieBaseFromModel(models);
        return new DroolsRules(base, book.catalogue().indicators(), positions(base, book));
    }

    private static Map<String, Integer> positions(KieBase base, RuleBook book) {
        List<String> ids = book.rules().stream().map(Rule::id).toList();
        Map<String, Integer> positions = new HashMap<>();
        base.getKiePackages().stream()
                .flatMap(rules -> rules.getRules().stream())
                .forEach(rule -> positions.put(
                        rule.getName(),
                        ids.indexOf(String.valueOf(rule.getMetaData().get("id")).replace("\"", ""))));
        if (!positions.values().stream()
                .sorted()
                .toList()
                .equals(IntStream.range(0, ids.size()).boxed().toList())) {
            throw new IllegalStateException("the rules in Drools are not those of the book");
        }
        return positions;
    }

    @Override
    public boolean[] satisfiedRules(Grade[] grades) {
        InterruptionCheck.check();
        boolean[] satisfied = new boolean[positions.size()];
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    String name = event.getMatch().getRule().getName();
                    satisfied[Objects.requireNonNull(positions.get(name))] = true;
                }
            });
            for (int i = 0; i < grades.length; i++) {
                if (grades[i] != Grade.UNKNOWN) {
                    session.insert(new GradedReading(indicators.get(i).id(), grades[i]));
                }
            }
            // No rule changes a fact, so each fires at most once.
            if (session.fireAllRules(satisfied.length + 1) > satisfied.length) {
                throw new IllegalStateException("more rules fired than the book has");
            }
        } finally {
            session.dispose();
        }
        return satisfied;
    }
}
