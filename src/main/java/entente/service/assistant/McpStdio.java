package entente.service.assistant;

import entente.document.DocumentLimits;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.assistant.AssistantCall.StoredScenarioLookup;
import entente.service.problem.ProblemException;
import entente.service.rulebook.RuleBookSnapshot;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * The protocol over standard input and output, one message a line. Unlike the transport of the SDK it answers everything that
 * it has read before it ends, bounds what it reads, and stops a cancelled evaluation.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class McpStdio {

    /** Names this command among the settings of a process. */
    public static final String SETTING = "entente.mcp";

    private static final int THREADS = 2;
    private static final int MAX_PENDING = 32;

    /** A scenario of the largest size in a message, with every character escaped. */
    private static final int MAX_BYTES = 4 * DocumentLimits.SCENARIO.bytes();

    private static final int CONFIGURATION = 78;

    private final AssistantServer server;
    private final OutputStream out;
    private final PrintStream log;
    private final Map<Object, Future<?>> running = new ConcurrentHashMap<>();
    private final Semaphore pending = new Semaphore(MAX_PENDING);

    /** Serves this process until its input ends. */
    public static int run(Map<String, String> settings) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // Nothing else may write between messages.
        System.setOut(System.err);
        ServedFolders folders = ServedFolders.of(
                String.valueOf(settings.get("entente.rules")), String.valueOf(settings.get("shipped.scenarios")));
        try {
            Path cache = Path.of(String.valueOf(settings.get("shipped.cache")));
            LoadedRuleBook book = RuleBooks.open(folders.rules(), cache);
            RuleBookSnapshot snapshot = new RuleBookSnapshot(
                    book,
                    RuleBooks.openRival(folders.rules(), book, cache),
                    new FolderScenarioSource(List.of(folders.scenarios())));
            new McpStdio(new AssistantServer(snapshot, folders), out, System.err).serve(System.in);
            return 0;
        } catch (RuleBookException wrong) {
            System.err.println("entente: the rule book is invalid; ./entente rules lint says why.");
            return CONFIGURATION;
        }
    }

    /** Returns when the input has ended, or the client no longer reads, and everything is answered. */
    void serve(InputStream in) {
        InputStream lines = new BufferedInputStream(in);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Optional<byte[]> line = next(lines); line.isPresent(); line = next(lines)) {
                receive(line.get(), threads);
            }
            threads.shutdown();
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (IOException | UncheckedIOException closed) {
            log.println("entente: the connection to the client was lost.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private void receive(byte[] line, ExecutorService threads) throws InterruptedException {
        try {
            if (line.length > MAX_BYTES) {
                throw AssistantMessages.invalid("A message has at most " + MAX_BYTES + " bytes.");
            }
            JSONRPCMessage message = AssistantMessages.read(line);
            if (message instanceof JSONRPCRequest request) {
                if (running.containsKey(request.id())) {
                    throw AssistantMessages.invalid("The id belongs to a request that is not answered yet.");
                }
                pending.acquire();
                // Registered before it can end.
                synchronized (running) {
                    running.put(request.id(), threads.submit(() -> answer(request)));
                }
            } else if (message instanceof JSONRPCNotification notification) {
                cancel(notification);
            }
        } catch (McpError invalid) {
            write(AssistantMessages.response(invalid));
        }
    }

    private void cancel(JSONRPCNotification notification) {
        boolean cancels = notification.method().equals("notifications/cancelled");
        if (cancels && notification.params() instanceof Map<?, ?> params && params.get("requestId") != null) {
            Future<?> cancelled = running.remove(params.get("requestId"));
            if (cancelled != null && cancelled.cancel(true)) {
                pending.release();
            }
        }
    }

    private void answer(JSONRPCRequest request) {
        String response = response(request);
        boolean wanted;
        synchronized (running) {
            wanted = running.remove(request.id()) != null;
        }
        if (wanted) {
            pending.release();
            write(response);
        }
    }

    private String response(JSONRPCRequest request) {
        String detail = "Internal error.";
        try {
            return AssistantMessages.text(server.answer(request, StoredScenarioLookup.NONE, McpStdio::evaluate));
        } catch (ProblemException problem) {
            detail = problem.detail();
        } catch (RuntimeException | Error failed) {
            // Also after an error such as a lack of memory: the client waits for an answer.
            log.println("entente: internal error in " + request.method());
            failed.printStackTrace(log);
        }
        return AssistantMessages.text(
                JSONRPCResponse.error(request.id(), new JSONRPCError(ErrorCodes.INTERNAL_ERROR, detail)));
    }

    /** On the thread of the request. */
    private static <T> T evaluate(Cost cost, Callable<T> evaluation) {
        try {
            return evaluation.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    private void write(String message) {
        synchronized (out) {
            try {
                out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    /** The next line that is not blank; empty at the end. Of one beyond the limit, only one byte more is kept in memory. */
    private static Optional<byte[]> next(InputStream in) throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (line.size() <= MAX_BYTES) {
                    line.write(next);
                }
            }
            if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
                return Optional.of(line.toByteArray());
            }
        }
    }
}
