package entente.service.operations;

import static entente.report.json.InputSchemas.keywords;

import entente.model.Engine;
import entente.service.archive.Database;
import entente.service.archive.Database.DurabilityPromise;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.ActiveRuleBook.RuleBookState;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says what serves: engine, active rule book and archive, in the log when the service is ready and at {@code /actuator/info}. */
@Component
@RequiredArgsConstructor
public final class StartupAnnouncement implements InfoContributor {

    private static final Logger LOG = LoggerFactory.getLogger("entente.service");
    private static final int SHOWN = 8;

    private final Environment settings;
    private final ActiveRuleBook activeRuleBook;
    private final Database archive;

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        LOG.info("{}", sentence());
    }

    public String sentence() {
        RuleBookState book = activeRuleBook.state();
        return "Entente " + Engine.VERSION + " serves at " + address() + ", rules " + book.version() + " ("
                + book.sha256().substring(0, SHOWN) + "), archive "
                + archive.promise().store();
    }

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

    private String address() {
        String scheme = settings.getProperty("server.ssl.enabled", Boolean.class, false) ? "https" : "http";
        return scheme + "://" + host(settings) + ":" + settings.getProperty("local.server.port");
    }

    /** The configured address as it is written in a URL. */
    public static String host(Environment settings) {
        String host = settings.getProperty("server.address", "0.0.0.0");
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
