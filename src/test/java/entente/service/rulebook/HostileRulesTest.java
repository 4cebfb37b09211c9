package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.model.rule.RuleBookFault;
import entente.rulebook.RuleBookException;
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
                then(exec + ";"),
                then("new Thread(() -> " + set() + ").start();"),
                then("\\u0053ystem.setProperty(\"" + PROPERTY + "\", \"x\");"),
                then("while (true) {}"),
                then("for (int i = 0; i < 10000000; i++) { insert( new Object() ); }"),
                then("modify( $r ) { setGrade( Grade.LOW ) }"),
                then("drools.halt();"),
                then("// nothing but a remark\n    " + set() + ";"),
                then("/* */ " + set() + "; /* */"),
                then(";"),
                when("eval( " + set() + " == null )"),
                when("GradedReading( indicator == \"shock_severity\", eval( true ) )"),
                when("GradedReading( " + set() + " == null )"),
                when("GradedReading( indicator == " + set() + " )"),
                when("GradedReading( indicator == \"shock_severity\", " + write + " != null )"),
                when("GradedReading( indicator == \"shock_severity\", grade >= Grade.HIGH && " + exec + " != null )"),
                when("GradedReading() from " + set()),
                when("GradedReading() from entry-point \"x\""),
                when("accumulate( GradedReading(), init( " + set() + "; ) action() result( 1 ) )"),
                when("Object()"),
                when("not GradedReading( indicator == \"shock_severity\", grade >= Grade.HIGH )"),
                when("$r : GradedReading( $i : indicator )\n    ?recurse( $i; )"),
                file("function void run() { " + set() + "; }"),
                file("import function java.lang.System.setProperty;"),
                file("import static java.lang.System.setProperty;"),
                file("import java.lang.*;"),
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
                card("timer( cron: * * * * * ? )"),
                card("enabled ( " + set() + " == null )"),
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
