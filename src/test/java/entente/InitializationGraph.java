package entente;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which classes the static initializer of a class initializes. Follows its calls through methods and lambdas, but not
 * to the implementations of an interface.
 */
final class InitializationGraph {

    private final Map<String, JavaClass> classes = new HashMap<>();
    private final Map<JavaClass, Set<JavaClass>> direct = new HashMap<>();

    InitializationGraph(Iterable<JavaClass> classes) {
        classes.forEach(one -> this.classes.put(one.getName(), one));
        this.classes.values().forEach(one -> direct.put(one, initializedBy(one)));
    }

    /** Names of the classes that need themselves through another one. */
    Set<String> cyclic() {
        Set<String> found = new TreeSet<>();
        for (JavaClass one : classes.values()) {
            Set<JavaClass> reached = new HashSet<>();
            Deque<JavaClass> open = new ArrayDeque<>(direct.get(one));
            while (!open.isEmpty()) {
                JavaClass next = open.poll();
                if (reached.add(next)) {
                    open.addAll(direct.get(next));
                }
            }
            if (reached.contains(one)) {
                found.add(one.getName());
            }
        }
        return found;
    }

    private Set<JavaClass> initializedBy(JavaClass start) {
        Set<JavaClass> found = new HashSet<>();
        start.getRawSuperclass().filter(this::contains).ifPresent(found::add);
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        start.getStaticInitializer().ifPresent(open::add);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.poll();
            if (seen.add(unit)) {
                unit.getAccessesFromSelf().stream()
                        .filter(access -> contains(access.getTargetOwner()))
                        .flatMap(access -> access.getTarget().resolveMember().stream())
                        .forEach(member -> {
                            if (initializes(member)) {
                                found.add(member.getOwner());
                            }
                            if (member instanceof JavaCodeUnit called) {
                                open.add(called);
                            }
                        });
            }
        }
        found.remove(start);
        return found;
    }

    private boolean contains(JavaClass one) {
        return classes.containsKey(one.getName());
    }

    private static boolean initializes(JavaMember member) {
        return member instanceof JavaConstructor || member.getModifiers().contains(JavaModifier.STATIC);
    }
}
