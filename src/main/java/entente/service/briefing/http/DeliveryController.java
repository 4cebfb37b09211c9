package entente.service.briefing.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.briefing.delivery.Delivery;
import entente.service.briefing.delivery.DeliveryTable;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Deliveries of editions. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class DeliveryController {

    private static final String PATH = "/api/v1/deliveries";
    private static final int MAX_LISTED = 200;

    private final DeliveryTable deliveries;

    @GetMapping(PATH)
    @Operation(
            access = Access.ANALYST,
            description = "Lists the latest deliveries of editions, with what failed.",
            archive = Operation.Archive.READS)
    @Response(description = "The latest deliveries.", schema = "deliveries")
    ApiResponse listDeliveries(ApiRequest request) {
        return Responses.json(200, ScheduleDocuments.DELIVERIES.pretty(latest()));
    }

    /** The latest deliveries, latest first. */
    List<Delivery> latest() {
        return deliveries.latest(MAX_LISTED);
    }

    @PostMapping(PATH + "/{id}/retries")
    @Operation(
            access = Access.ANALYST,
            description = "Makes a failed delivery due again; it keeps its id.",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            problems = ProblemType.CONFLICT)
    @Response(status = 202, description = "The delivery.", schema = "delivery")
    ApiResponse retryDelivery(ApiRequest request, @PathVariable String id) {
        UUID delivery = ApiRequest.uuid(id);
        if (deliveries.find(delivery).isEmpty()) {
            throw ApiRequest.notFound();
        }
        if (!deliveries.retry(delivery)) {
            throw ProblemException.of(ProblemType.CONFLICT, "Only a failed delivery can be retried.");
        }
        return Responses.json(
                202, ScheduleDocuments.DELIVERY.pretty(deliveries.find(delivery).orElseThrow()));
    }
}
