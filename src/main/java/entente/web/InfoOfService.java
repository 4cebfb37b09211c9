package entente.web;

import entente.domain.Engine;
import entente.service.BookState;
import entente.service.InForce;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** What answers here: the engine, the rule book in force, and what the archive promises about what it has acknowledged. */
final class InfoOfService implements InfoContributor {

    private final InForce inForce;

    InfoOfService(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void contribute(Info.Builder info) {
        BookState book = inForce.state();
        info.withDetail("engine", Map.of("name", "Entente", "version", Engine.VERSION));
        info.withDetail("rules", ordered("version", book.version(), "sha256", book.sha256()));
    }

    private static Map<String, Object> ordered(String first, String one, String second, String other) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(first, one);
        members.put(second, other);
        return members;
    }
}
