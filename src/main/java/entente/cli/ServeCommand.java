package entente.cli;

import entente.cli.usage.ServiceOptions;
import entente.cli.usage.ServiceSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToIntFunction;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = {
            "Run the HTTP service with an archive. API under /api/v1; by default on the loopback address.",
            "",
            "Exit codes: 78 invalid rule book or setting, 69 database unavailable, 75 archive locked by another process, "
                    + "73 port or file unavailable."
        })
@RequiredArgsConstructor
final class ServeCommand extends BaseCommand {

    private final ToIntFunction<Map<String, String>> server;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Address. Default: 127.0.0.1; others need keys.")
    private @Nullable String address;

    @Option(names = "--scenarios", paramLabel = "DIR", description = "Folder of scenarios. Default: the shipped ones.")
    private @Nullable Path scenarios;

    @Option(names = "--keys", paramLabel = "FILE", description = "Key file; see ./entente keys.")
    private @Nullable Path keys;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings file, YAML or properties.")
    private @Nullable Path config;

    @Override
    public Integer call() {
        ServiceSettings settings = service.addTo(ServiceSettings.of(home()))
                .putFolder("entente.rules", rules())
                .putFolder("entente.scenarios", scenarios)
                .put("server.address", address)
                .putFolder("entente.access.keys", keys)
                .put(
                        "spring.config.additional-location",
                        config == null ? null : "file:" + ServiceSettings.absolute(config));
        return ServiceOptions.start(server, settings, "serve");
    }
}
