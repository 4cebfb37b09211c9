package entente.web;

import entente.archive.Archive;
import entente.archive.Promise;
import entente.domain.Engine;
import entente.service.BookState;
import entente.service.InForce;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** What answers here: the engine, the rule book in force, and what the archive promises about what it has acknowledged. */
final class InfoOfService implements InfoContributor {

    private final InForce inForce;
    private final Archive archive;

    InfoOfService(InForce inForce, Archive archive) {
        this.inForce = inForce;
        this.archive = archive;
    }

    @Override
    public void contribute(Info.Builder info) {
        BookState book = inForce.state();
        Promise promise = archive.promise();
        info.withDetail("engine", ordered("name", "Entente", "version", Engine.VERSION));
        info.withDetail("rules", ordered("version", book.version(), "sha256", book.sha256()));
        Map<String, Object> store = ordered("store", promise.store(), "survives", promise.survives());
        store.put("settings", new TreeMap<>(promise.settings()));
        info.withDetail("archive", store);
    }

    private static Map<String, Object> ordered(String first, String one, String second, String other) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(first, one);
        members.put(second, other);
        return members;
    }
}
