package entente.service.api.openapi;

import entente.service.api.ApiEndpoint;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.StoredResponse;
import entente.service.security.Access;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the OpenAPI document. */
@Controller
@RequiredArgsConstructor
class OpenApiDocument {

    private final ListableBeanFactory beans;

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(access = Access.PUBLIC, description = "This document.")
    @Response(description = "OpenAPI 3.1.", schema = "schema", headers = Header.ETAG)
    StoredResponse openapi(ApiRequest request) {
        return Responses.withEtag(Responses.json(200, OpenApi.write(ApiEndpoint.of(beans), request.snapshot())));
    }
}
