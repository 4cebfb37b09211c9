package entente.service.operations;

import static entente.report.json.InputSchemas.keywords;

import entente.model.Engine;
import entente.service.archive.Archive;
import entente.service.archive.Database.DurabilityPromise;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.ActiveRuleBook.RuleBookState;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** Information on the engine, the active rule book and the durability of the archive. */
@Component
@RequiredArgsConstructor
final class ServiceInfo implements InfoContributor {

    private final ActiveRuleBook activeRuleBook;
    private final Archive archive;

    @Override
    public void contribute(Info.Builder info) {
        RuleBookState book = activeRuleBook.state();
        DurabilityPromise promise = archive.promise();
        info.withDetail("engine", keywords("name", "Entente", "version", Engine.VERSION));
        info.withDetail("rules", keywords("version", book.version(), "sha256", book.sha256()));
        Map<String, Object> store = keywords("store", promise.store(), "survives", promise.survives());
        store.put("settings", new TreeMap<>(promise.settings()));
        info.withDetail("archive", store);
    }
}
