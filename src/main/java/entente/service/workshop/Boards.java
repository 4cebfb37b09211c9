package entente.service.workshop;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.model.assessment.Assessment;
import entente.report.json.ContrastJson;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.problem.ProblemException;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.workshop.WorkshopBoard.BoardFindings;
import entente.service.workshop.WorkshopBoard.CaseVerdict;
import entente.service.workshop.WorkshopBoard.Comparison;
import entente.service.workshop.WorkshopBoard.Row;
import entente.service.workshop.WorkshopGroup.RoundSnapshot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Computes what the groups have come to, once for all who ask, and remembers the last results: by the revision of the
 * workshop, and the verdict on a case by its readings, since a move changes one case only.
 */
@Component
@RequiredArgsConstructor
final class Boards {

    private final WorkshopTable workshops;

    private final LeastRecent<List<String>, CaseReader> readers = new LeastRecent<>(32);
    private final LeastRecent<List<Object>, CaseVerdict> verdicts = new LeastRecent<>(512);
    private final LeastRecent<List<Object>, BoardFindings> boards = new LeastRecent<>(32);
    private final LeastRecent<List<Object>, String> differences = new LeastRecent<>(32);
    private final LeastRecent<List<Object>, byte[]> files = new LeastRecent<>(8);

    /** What a board is computed from, as it is read from the archive. */
    record Material(WorkshopState state, List<WorkshopGroup> groups, List<RoundSnapshot> rounds, CaseReader reader) {

        Assessment assessment(WorkshopGroup group) {
            return reader.snapshot().assessor().assess(reader.scenario(id(group), title(group), group.readings()));
        }

        /** The case of a group as a scenario file. */
        String file(WorkshopGroup group) {
            return reader.scenarioFile(id(group), title(group), group.readings());
        }

        /** The id of the baseline, the code, and the number of the group. */
        private String id(WorkshopGroup group) {
            return state.baselineId() + "-" + state.code().text().toLowerCase(Locale.ROOT) + "-" + group.member();
        }

        private String title(WorkshopGroup group) {
            return state.title() + ": " + group.name();
        }

        /** Where a group stood at the end of a round; empty if it had not joined. */
        Optional<RoundSnapshot> atEnd(int round, WorkshopGroup group) {
            return rounds.stream()
                    .filter(snapshot -> snapshot.round() == round && snapshot.member() == group.member())
                    .findFirst();
        }

        /** How the second group differs from the first. */
        ScenarioContrast contrast(WorkshopGroup first, WorkshopGroup second) {
            return new ScenarioContrasts(reader.snapshot().assessor()).between(assessment(first), assessment(second));
        }
    }

    /** Reads the archive, in one order: what is newer than the revision of the state is found with the next. */
    Material material(WorkshopCode code, RuleBookSnapshot snapshot) {
        WorkshopState state = workshops.find(code).orElseThrow();
        return new Material(state, workshops.groups(code), workshops.rounds(code), reader(code, snapshot));
    }

    /**
     * The maker of scenarios for a workshop.
     *
     * @throws ProblemException CONFLICT if the baseline is not valid under the rule book any more
     */
    CaseReader reader(WorkshopCode code, RuleBookSnapshot snapshot) {
        return readers.get(
                List.of(code.text(), snapshot.book().key()),
                () -> new CaseReader(snapshot, workshops.baseline(code).orElseThrow()));
    }

    /** The board for all participants: without findings before the reveal. */
    WorkshopBoard board(Material material, ApiRequest request) {
        if (!material.state().revealed()) {
            return new WorkshopBoard(material.state(), material.groups(), Optional.empty());
        }
        BoardFindings findings =
                boards.get(key(material), () -> request.admitAndEvaluate(Cost.LIGHT, () -> compute(material)));
        return new WorkshopBoard(material.state(), material.groups(), Optional.of(findings));
    }

    /** How the second group differs from the first, as JSON. */
    String difference(Material material, WorkshopGroup first, WorkshopGroup second, ApiRequest request) {
        return differences.get(
                key(material, first.member(), second.member()),
                () -> request.admitAndEvaluate(
                        Cost.HEAVY, () -> ContrastJson.DOCUMENT.pretty(List.of(material.contrast(first, second)))));
    }

    /**
     * A file that is made from the findings.
     *
     * @param media distinguishes it from the others
     */
    byte[] file(Material material, String media, ApiRequest request, Function<BoardFindings, byte[]> making) {
        return files.get(
                key(material, media),
                () -> request.admitAndEvaluate(Cost.HEAVY, () -> making.apply(compute(material))));
    }

    private static List<Object> key(Material material, Object... more) {
        WorkshopState state = material.state();
        int moves = material.groups().stream().mapToInt(WorkshopGroup::moves).sum();
        String book = material.reader().snapshot().book().key();
        return List.of(state.code().text(), state.revision(), moves, book, List.of(more));
    }

    private BoardFindings compute(Material material) {
        CaseReader reader = material.reader();
        int before = material.state().round() - 1;
        List<Row> rows = material.groups().stream()
                .map(group -> new Row(
                        group,
                        verdict(material, group.readings()),
                        material.atEnd(before, group).map(snapshot -> verdict(material, snapshot.readings()))))
                .toList();
        return new Comparison(
                        reader.baseline(),
                        reader.snapshot().book().catalogue().indicators(),
                        verdict(material, GroupReadings.BASELINE),
                        rows)
                .findings();
    }

    private CaseVerdict verdict(Material material, GroupReadings readings) {
        CaseReader reader = material.reader();
        return verdicts.get(
                List.of(material.state().code().text(), reader.snapshot().book().key(), readings.text()),
                () -> reader.verdict(readings));
    }

    /**
     * Keeps what was computed last; drops the entry that was not used for longest. All who ask at the same time share one
     * computation.
     */
    static final class LeastRecent<K, V> {

        /** A computation may fail for a reason of the one who asked first. */
        private static final int MAX_ATTEMPTS = 2;

        private final Map<K, CompletableFuture<V>> entries;

        LeastRecent(int most) {
            this.entries = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
                    return size() > most;
                }
            });
        }

        /** @param computing runs in the thread of the first who asks; the others wait, and get its result or its failure */
        V get(K key, Supplier<V> computing) {
            for (int attempt = 1; ; attempt++) {
                CompletableFuture<V> own = new CompletableFuture<>();
                CompletableFuture<V> shared = entries.putIfAbsent(key, own);
                if (shared == null) {
                    return compute(key, own, computing);
                }
                try {
                    return shared.join();
                } catch (CompletionException failed) {
                    if (attempt == MAX_ATTEMPTS) {
                        throw failed.getCause() instanceof RuntimeException refusal ? refusal : failed;
                    }
                }
            }
        }

        private V compute(K key, CompletableFuture<V> own, Supplier<V> computing) {
            try {
                V computed = computing.get();
                own.complete(computed);
                return computed;
            } catch (RuntimeException | Error failed) {
                entries.remove(key, own);
                own.completeExceptionally(failed);
                throw failed;
            }
        }
    }
}
