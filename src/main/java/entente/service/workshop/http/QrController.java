package entente.service.workshop.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.security.Access;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.room.QrImage;
import entente.service.workshop.room.RoomConnector;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The address for joining as a picture. */
@RequiredArgsConstructor
@Controller
class QrController {

    private final WorkshopAccess access;
    private final RoomConnector room;

    @GetMapping(path = WorkshopController.ONE + "/qr", produces = "image/svg+xml")
    @Operation(
            access = Access.PUBLIC,
            description = "The address at which groups join, as a QR code.",
            archive = Operation.Archive.READS,
            workshopToken = true)
    @Response(description = "The picture.", media = "image/svg+xml")
    ApiResponse getQrCode(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        String address = room.base(http) + "/w/" + caller.code().text();
        String svg = new QrImage(address).svg("QR code of the address for joining");
        return new ApiResponse(
                200, Map.of(HttpHeaders.CONTENT_TYPE, "image/svg+xml"), svg.getBytes(StandardCharsets.UTF_8));
    }
}
