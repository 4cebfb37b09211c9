package entente.service.api.openapi;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Responses;
import entente.service.archive.StoredResponse;
import entente.service.security.Access;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Serves the OpenAPI document. */
@Controller
public class OpenApiDocument {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    OpenApiDocument(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "openapi",
            access = Access.PUBLIC,
            description = "This document.",
            responses =
                    @Operation.Response(
                            status = 200,
                            description = "OpenAPI 3.1.",
                            schema = "schema",
                            headers = Operation.Header.ETAG))
    StoredResponse document(ApiRequest request) {
        return Responses.withEtag(Responses.json(200, OpenApi.write(endpoints(), request.snapshot())));
    }

    /** Method and path of every mapping, documented or not. */
    public List<String> handledMappings() {
        List<String> handled = new ArrayList<>();
        mappings.getObject()
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> handled.add(method + " " + path))));
        return handled;
    }

    /** All operations. */
    List<OpenApi.Endpoint> endpoints() {
        List<OpenApi.Endpoint> endpoints = new ArrayList<>();
        mappings.getObject().getHandlerMethods().forEach((mapping, handler) -> {
            Operation operation = handler.getMethodAnnotation(Operation.class);
            if (operation != null) {
                mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(
                                        method -> endpoints.add(new OpenApi.Endpoint(path, method.name(), operation))));
            }
        });
        return endpoints;
    }
}
