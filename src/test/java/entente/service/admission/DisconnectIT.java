package entente.service.admission;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.testkit.Await;
import entente.testkit.RunningService;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** An evaluation whose client has closed the connection is stopped; one whose client waits is not. */
@Timeout(120)
class DisconnectIT {

    private static final Queue<String> ENDED = new ConcurrentLinkedQueue<>();

    static class LongEvaluation {

        /** Reads the body and then evaluates for the given milliseconds. */
        @Bean
        FilterRegistrationBean<Filter> longEvaluation(EvaluationExecutor evaluations) {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
                HttpServletRequest asked = (HttpServletRequest) request;
                asked.getInputStream().readAllBytes();
                long millis = Long.parseLong(asked.getParameter("millis"));
                try {
                    ENDED.add(evaluations.run(Cost.HEAVY, Caller.of(asked, false), () -> {
                        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
                        return "done";
                    }));
                } catch (ProblemException stopped) {
                    ENDED.add(stopped.detail());
                }
                response.getWriter().write("answer");
            });
            filter.addUrlPatterns("/long");
            filter.setOrder(Integer.MIN_VALUE);
            return filter;
        }
    }

    private static Socket send(RunningService served, String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", served.port());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String post(int millis) {
        return "POST /long?millis=" + millis + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody";
    }

    private static String get(int millis) {
        return "GET /long?millis=" + millis + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    @Test
    void evaluationEndsWithItsConnection() throws Exception {
        try (RunningService served = RunningService.start(Map.of(), LongEvaluation.class)) {
            EvaluationExecutor evaluations = served.bean(EvaluationExecutor.class);
            int hour = 3_600_000;
            for (String request : new String[] {get(hour), post(hour)}) {
                ENDED.clear();
                Socket socket = send(served, request);
                Await.holds("running", () -> evaluations.running() == 1);
                socket.close();
                Await.holds("stopped", () -> evaluations.running() == 0 && ENDED.size() == 1);
                assertThat(ENDED).singleElement().asString().contains("closed the connection");
            }
            for (String request : new String[] {get(500), post(500), get(500) + get(500)}) {
                ENDED.clear();
                try (Socket socket = send(served, request)) {
                    byte[] answer = socket.getInputStream().readNBytes(12);
                    assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
                    assertThat(ENDED).contains("done");
                }
            }
        }
    }
}
