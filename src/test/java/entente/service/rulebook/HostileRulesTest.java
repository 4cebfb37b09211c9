package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules with side effects are rejected with their file and line before anything is compiled, and none of the effects
 * occurs.
 */
@Timeout(300)
@Tag("thorough")
class HostileRulesTest {

    private static final String PROPERTY = "entente.canary";
    private static final String HEAD =
            "package entente.rules\nimport entente.model.Grade\n" + "import entente.model.GradedReading\n\n";
    private static final String CARD = "rule \"A sentence.\"\n    @id( hostile )\n    @group( shock )\n"
            + "    @alliance( SLIGHTLY_FOR )\n    @cites( \"§6 ¶3\" )\n";
    private static final String READING = "    GradedReading( indicator == \"shock_severity\", grade >= Grade.HIGH )\n";

    @TempDir
    private static Path temp;

    /** A file that a rule could create; the texts name it. */
    private static Path canary;

    @BeforeAll
    static void setCanary() {
        canary = temp.resolve("canary");
    }

    /** A rule with code in its consequence. */
    private static String then(String code) {
        return HEAD + CARD + "when\n" + READING + "then\n    " + code + "\nend\n";
    }

    /** A rule with code in its condition. */
    private static String when(String condition) {
        return HEAD + CARD + "when\n    " + condition + "\nthen\nend\n";
    }

    /** A rule file with another declaration. */
    private static String file(String declaration) {
        return HEAD + declaration + "\n" + CARD + "when\n" + READING + "then\nend\n";
    }

    /** A rule with an attribute. */
    private static String card(String line) {
        return HEAD + CARD + "    " + line + "\nwhen\n" + READING + "then\nend\n";
    }

    /** A rule with another name. */
    private static String name(String name) {
        return file("").replace("A sentence.", name);
    }

    private static String set() {
        return "System.setProperty(\"" + PROPERTY + "\", \"x\")";
    }

    static Stream<String> texts() {
        String file = "java.nio.file.Path.of(\"" + canary + "\")";
        String write = "java.nio.file.Files.writeString(" + file + ", \"x\")";
        String exec = "Runtime.getRuntime().exec(new String[] {\"touch\", \"" + canary + "\"})";
        return Stream.of(
                then(set() + ";"),
                then(write + ";"),
                then(exec + ";"),
                then("new ProcessBuilder(\"touch\", \"" + canary + "\").start();"),
                then("new java.io.FileWriter(\"" + canary + "\").close();"),
                then("new java.io.File(\"" + canary + "\").createNewFile();"),
                then("Class.forName(\"java.lang.System\").getMethod(\"setProperty\", String.class, String.class)"
                        + ".invoke(null, \"" + PROPERTY + "\", \"x\");"),
                then("Thread.currentThread().getContextClassLoader().loadClass(\"java.lang.Runtime\");"),
                then("org.mvel2.MVEL.eval(\"" + set().replace("\"", "\\\"") + "\");"),
                then("org.kie.api.KieServices.get().newKieFileSystem();"),
                then("java.util.ServiceLoader.load(java.nio.file.spi.FileSystemProvider.class);"),
                then("new java.util.Timer().schedule(null, 0);"),
                then("new Thread(() -> " + set() + ").start();"),
                then("java.util.concurrent.ForkJoinPool.commonPool().submit(() -> " + set() + ");"),
                then("java.lang.invoke.MethodHandles.lookup();"),
                then("new java.net.Socket(\"127.0.0.1\", 9);"),
                then("new java.net.URL(\"http://127.0.0.1:9/\").openStream();"),
                then("javax.naming.InitialContext.doLookup(\"ldap://127.0.0.1:9/x\");"),
                then("System.exit(3);"),
                then("Runtime.getRuntime().halt(3);"),
                then("System.load(\"" + canary + "\");"),
                then("\\u0053ystem.setProperty(\"" + PROPERTY + "\", \"x\");"),
                then("Sys\\u0074em.exit(3);"),
                then("while (true) {}"),
                then("for (;;) {}"),
                then("for (int i = 0; i < 10000000; i++) { insert( new Object() ); }"),
                then("insert( new Object() );"),
                then("insertLogical( new Object() );"),
                then("modify( $r ) { setGrade( Grade.LOW ) }"),
                then("update( $r );"),
                then("delete( $r );"),
                then("drools.halt();"),
                then("drools.getKieRuntime().setGlobal(\"x\", null);"),
                then("kcontext.getKnowledgeRuntime();"),
                then("throw new RuntimeException();"),
                then("java.util.List<Object> all = new java.util.ArrayList<>(); all.add(all);"),
                then("// nothing but a remark\n    " + set() + ";"),
                then("/* */ " + set() + "; /* */"),
                then(";"),
                when("eval( " + set() + " == null )"),
                when("GradedReading( indicator == \"shock_severity\", eval( true ) )"),
                when("GradedReading( " + set() + " == null )"),
                when("GradedReading( indicator == " + set() + " )"),
                when("GradedReading( indicator == \"shock_severity\", " + write + " != null )"),
                when("GradedReading( indicator == \"shock_severity\", grade >= Grade.HIGH && " + exec + " != null )"),
                when("GradedReading( this.getClass().forName(\"java.lang.System\") != null )"),
                when("GradedReading( class.classLoader != null )"),
                when("GradedReading( 1 / 0 > 1 )"),
                when("GradedReading() from " + set()),
                when("GradedReading() from entry-point \"x\""),
                when("GradedReading() from collect( GradedReading() )"),
                when("accumulate( GradedReading(), $n : count(1) )"),
                when("accumulate( GradedReading(), init( " + set() + "; ) action() result( 1 ) )"),
                when("Object()"),
                when("java.lang.System()"),
                when("not GradedReading( indicator == \"shock_severity\", grade >= Grade.HIGH )"),
                when("forall( GradedReading() )"),
                when("$r : GradedReading( $i : indicator )\n    ?recurse( $i; )"),
                file("function void run() { " + set() + "; }"),
                file("function boolean deeper(int n) { return deeper(n + 1); }"),
                file("import function java.lang.System.setProperty;"),
                file("import static java.lang.System.setProperty;"),
                file("import java.lang.*;"),
                file("import java.lang.Runtime"),
                file("global java.lang.Runtime runtime;"),
                file("declare Extra\n    name : String = " + set() + "\nend"),
                file("declare enum Extra\n    ONE(" + set() + ");\n    name : String\nend"),
                file("declare window Last\n    GradedReading() over window:length( 1 )\nend"),
                file("query recurse( String x )\n    recurse( x; )\nend"),
                file("dialect \"mvel\""),
                file("unit Hostile;"),
                file("rule \"in between\" when eval( " + set() + " == null ) then end"),
                card("dialect \"mvel\""),
                card("salience " + set()),
                card("salience 10"),
                card("timer( int: 0 1 )"),
                card("timer( cron: * * * * * ? )"),
                card("enabled ( " + set() + " == null )"),
                card("duration 1"),
                card("calendars \"x\""),
                card("auto-focus true"),
                card("ruleflow-group \"x\""),
                card("@propertyReactive"),
                card("@watch( * )"),
                card("@id( " + set() + " )"),
                card("@assumption( " + set() + " )"),
                card("@assumption( \"a\", value = " + set() + " )"),
                card("@assumption( \"a\\\"); " + set() + "; //\" )"),
                card("@assumption( \"\\u0022); " + set() + "; //\" )"),
                name("*/ static { " + set().replace("\"", "'") + "; } /*."),
                name("\\u002a\\u002f static { } /*."),
                name("\\u0022, " + set().replace("\"", "\\u0022") + ", \\u0022."),
                name("a\\\", " + set().replace("\"", "\\\"") + ", \\\"b."),
                name("A sentence.\nend\nrule \"B\" when eval( " + set() + " == null ) then end //."));
    }

    @Test
    void textsAreManyAndDistinct() {
        assertThat(texts()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    void hostileRulesAreRejectedBeforeCompilation(String text) throws Exception {
        SoundRuleBook book = SoundRuleBook.in(temp.resolve("book")).write("hostile.drl", text);
        Path cache = temp.resolve("cache");
        RuleBookException refused = catchThrowableOfType(
                RuleBookException.class, () -> book.check(cache).load());
        assertThat(refused).as(text).isNotNull();
        List<RuleBookFault> faults = refused.faults();
        assertThat(faults).allMatch(fault -> fault.file().equals("hostile.drl"));
        assertThat(faults).anyMatch(fault -> fault.line() > 0);
        assertThat(cache).as("nothing was compiled").doesNotExist();
        assertThat(canary).doesNotExist();
        assertThat(System.getProperty(PROPERTY)).isNull();
    }

    /** The same file without side effects is accepted, so the rejections are not caused by its form. */
    @Test
    void harmlessFileIsAccepted() throws Exception {
        SoundRuleBook book = SoundRuleBook.in(temp.resolve("harmless"));
        book.write("harmless.drl", file("// nothing"));
        assertThat(book.check(temp.resolve("kept")).load().book().rules()).hasSize(10);
        assertThat(Files.exists(canary)).isFalse();
    }
}
