package entente.rulebook;

import entente.document.Digest;
import entente.model.ComparisonOperator;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles validated rules to classes of the Drools executable model. The DRL is generated from the rules that were
 * read, so that Drools only receives validated content.
 */
final class RuleCompiler {

    private static final String HEAD =
            "package entente.rules\nimport entente.model.Grade\nimport entente.model.GradedReading\n";

    private RuleCompiler() {}

    /** The jar of the compiled model, in which rules are named by id. */
    static byte[] compile(List<Rule> rules) {
        KieServices services = KieServices.get();
        String drl = HEAD + rules.stream().map(RuleCompiler::drl).collect(Collectors.joining("\n"));
        // Books that are compiled concurrently need distinct releases in the shared Drools repository.
        ReleaseId release = services.newReleaseId("entente", "rulebook", Digest.sha256(drl));
        try {
            KieFileSystem files = services.newKieFileSystem();
            files.generateAndWritePomXML(release);
            files.write("src/main/resources/entente/rules/rules.drl", drl);
            KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalStateException(
                        "checked rules do not compile: " + builder.getResults().getMessages(Message.Level.ERROR));
            }
            return ((InternalKieModule) builder.getKieModule()).getBytes();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static String drl(Rule rule) {
        return "rule \"" + rule.id() + "\" when\n"
                + rule.conditions().stream().map(RuleCompiler::drl).collect(Collectors.joining())
                + "then end\n";
    }

    private static String drl(RuleCondition condition) {
        String comparison = condition.comparison() == ComparisonOperator.AT_LEAST ? "atLeast" : "atMost";
        return String.format(
                Locale.ROOT,
                "  GradedReading( indicator == \"%s\", %s( Grade.%s ) )%n",
                condition.indicator(),
                comparison,
                condition.threshold());
    }
}
