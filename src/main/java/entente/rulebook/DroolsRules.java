package entente.rulebook;

import entente.document.Text;
import entente.model.Grade;
import entente.model.GradedReading;
import entente.model.Indicator;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.model.Model;
import org.drools.model.codegen.execmodel.JavaParserCompiler;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.drools.model.codegen.execmodel.ModelWriter;
import org.drools.model.codegen.execmodel.PackageSources;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.builder.CompositeKnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.builder.ResultSeverity;
import org.kie.internal.io.ResourceFactory;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.CompilationResult;
import org.kie.util.maven.support.ReleaseIdImpl;

/**
 * The rules of a book in Drools: it compiles the files as they stand and infers which rules hold, in a new session for
 * each call with one fact for each rated indicator; agenda events report the rules that fired.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class DroolsRules implements Inference {

    private static final String MODELS = "entente-book/models";
    private static final String NOT_COMPILED = "NOT_COMPILED";
    private static final String OTHER_RULES = "the rules in Drools are not those of the book";
    private static final ReleaseId RELEASE = new ReleaseIdImpl("entente", "rulebook", "1");

    @Getter(AccessLevel.PACKAGE)
    private final KieBase base;

    private final List<Indicator> indicators;

    /** The rules of each card with their positions in the book, by its sentence, which is its name in Drools. */
    private final Map<String, Map<Integer, Rule>> cards;

    /**
     * Compiles files as {@link DrlReader} has parsed and accepted them, so that what is checked is what runs.
     *
     * @param parsed by the name of the file
     * @return the entries of a jar: classes of the executable model and their list
     * @throws RuleBookException with the file and the line, if Drools names them, where they do not compile
     */
    static Map<String, byte[]> compile(Map<String, PackageDescr> parsed) throws RuleBookException {
        FaultCollector faults = new FaultCollector();
        KnowledgeBuilderConfigurationImpl configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                        DroolsRules.class.getClassLoader())
                .as(KnowledgeBuilderConfigurationImpl.KEY);
        ModelBuilderImpl<PackageSources> builder =
                new ModelBuilderImpl<>(PackageSources::dumpSources, configuration, RELEASE, false);
        CompositeKnowledgeBuilder batch = builder.batch();
        parsed.forEach((file, rules) -> {
            Resource resource = ResourceFactory.newDescrResource(rules);
            resource.setSourcePath(file);
            batch.add(resource, ResourceType.DESCR);
        });
        batch.build();
        for (KnowledgeBuilderResult error : builder.getResults(ResultSeverity.ERROR)) {
            Resource file = error.getResource();
            int line = error.getLines().length == 0 ? 0 : error.getLines()[0];
            faults.add(
                    file == null ? "" : file.getSourcePath(),
                    Math.max(0, line),
                    NOT_COMPILED,
                    fault(error.getMessage()));
        }
        faults.throwIfAny();
        MemoryFileSystem sources = new MemoryFileSystem();
        MemoryFileSystem classes = new MemoryFileSystem();
        ModelWriter writer = new ModelWriter();
        ModelWriter.Result written = writer.writeModel(sources, builder.getPackageSources());
        CompilationResult result = JavaParserCompiler.getCompiler()
                .compile(
                        written.getSourceFiles().toArray(String[]::new),
                        sources,
                        classes,
                        configuration.getClassLoader());
        for (CompilationProblem error : result.getErrors()) {
            faults.add("", 0, NOT_COMPILED, fault(error.getMessage()));
        }
        faults.throwIfAny();
        Map<String, byte[]> entries = new TreeMap<>();
        classes.getMap().forEach((path, bytes) -> entries.put(path.asString(), bytes));
        entries.put(MODELS, String.join("\n", written.getModelFiles()).getBytes(StandardCharsets.UTF_8));
        return entries;
    }

    /** Loads the compiler on another processor, while the files are read. */
    static void loadCompiler() {
        String file = "entente/rules/Small.java";
        String small = "package entente.rules; class Small { java.util.List<String> of(java.util.List<String> all) {"
                + " return all.stream().map(one -> one + 1).toList(); } }";
        MemoryFileSystem sources = new MemoryFileSystem();
        sources.write(file, small.getBytes(StandardCharsets.UTF_8));
        Thread loading = new Thread(
                () -> JavaParserCompiler.getCompiler()
                        .compile(
                                new String[] {file},
                                sources,
                                new MemoryFileSystem(),
                                DroolsRules.class.getClassLoader()),
                "loading");
        loading.setDaemon(true);
        loading.start();
    }

    private static String fault(String message) {
        return "Drools does not compile this: "
                + Text.excerpt(message.lines().findFirst().orElse("").strip()) + ".";
    }

    /** Loads the compiled model directly, without kmodule.xml or class path scanning. */
    static DroolsRules load(ClassLoader loader, RuleBook book) {
        List<Model> models = new ArrayList<>();
        try {
            for (String name : new String(CompiledRuleBook.bytes(loader, MODELS), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                models.add(Class.forName(name, true, loader)
                        .asSubclass(Model.class)
                        .getDeclaredConstructor()
                        .newInstance());
            }
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("a compiled book is broken", broken);
        }
        KieBase base = KieBaseBuilder.createKieBaseFromModel(models);
        return new DroolsRules(base, book.catalogue().indicators(), cards(base, book.rules()));
    }

    private static Map<String, Map<Integer, Rule>> cards(KieBase base, List<Rule> rules) {
        Map<String, Map<Integer, Rule>> byId = new HashMap<>();
        for (int r = 0; r < rules.size(); r++) {
            byId.computeIfAbsent(rules.get(r).cardId(), id -> new TreeMap<>()).put(r, rules.get(r));
        }
        Map<String, Map<Integer, Rule>> cards = new HashMap<>();
        base.getKiePackages().stream().flatMap(all -> all.getRules().stream()).forEach(rule -> {
            Map<Integer, Rule> card =
                    byId.remove(String.valueOf(rule.getMetaData().get("id")).replace("\"", ""));
            if (card == null) {
                throw new IllegalStateException(OTHER_RULES);
            }
            cards.put(rule.getName(), card);
        });
        if (!byId.isEmpty()) {
            throw new IllegalStateException(OTHER_RULES);
        }
        return cards;
    }

    @Override
    public boolean[] satisfiedRules(Grade[] grades) {
        InterruptionCheck.check();
        boolean[] satisfied =
                new boolean[cards.values().stream().mapToInt(Map::size).sum()];
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    Match match = event.getMatch();
                    Objects.requireNonNull(cards.get(match.getRule().getName()))
                            .forEach((position, rule) -> satisfied[position] = reaches(rule, match));
                }
            });
            for (int i = 0; i < grades.length; i++) {
                if (grades[i] != Grade.UNKNOWN) {
                    session.insert(new GradedReading(indicators.get(i).id(), grades[i]));
                }
            }
            // No rule changes a fact, so each fires at most once.
            if (session.fireAllRules(cards.size() + 1) > cards.size()) {
                throw new IllegalStateException("more rules fired than the book has");
            }
        } finally {
            session.dispose();
        }
        return satisfied;
    }

    /** Whether the reading of the first condition, with which the card fires, reaches the grade of a step. */
    private static boolean reaches(Rule rule, Match match) {
        if (rule.step().isEmpty()) {
            return true;
        }
        RuleCondition first = rule.conditions().get(0);
        return match.getObjects().stream()
                .map(GradedReading.class::cast)
                .anyMatch(reading -> reading.indicator().equals(first.indicator()) && first.isMetBy(reading.grade()));
    }
}
