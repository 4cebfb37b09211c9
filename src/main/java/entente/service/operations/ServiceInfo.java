package entente.service.operations;

import entente.model.Engine;
import entente.service.archive.Archive;
import entente.service.archive.DurabilityPromise;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Information on the engine, the active rule book and the durability of the archive. */
public final class ServiceInfo implements InfoContributor {

    private final ActiveRuleBook activeRuleBook;
    private final Archive archive;

    public ServiceInfo(ActiveRuleBook activeRuleBook, Archive archive) {
        this.activeRuleBook = activeRuleBook;
        this.archive = archive;
    }

    @Override
    public void contribute(Info.Builder info) {
        RuleBookState book = activeRuleBook.state();
        DurabilityPromise promise = archive.promise();
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
