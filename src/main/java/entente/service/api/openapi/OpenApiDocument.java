package entente.service.api.openapi;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Responses;
import entente.service.archive.StoredResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tells programs what can be called. */
@Controller
public class OpenApiDocument {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    OpenApiDocument(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "openapi",
            description = "This document.",
            responses = {
                @Operation.Good(
                        status = 200,
                        description = "OpenAPI 3.1.",
                        schema = "schema",
                        headers = Operation.Header.ETAG),
                @Operation.Good(
                        status = 304,
                        description = "The one that If-None-Match names.",
                        headers = Operation.Header.ETAG)
            })
    StoredResponse document(ApiRequest asked) {
        return Responses.withEtag(Responses.json(200, OpenApi.write(endpoints(), asked.edition())));
    }

    /** Method and path of everything that is handled by a method of ours, told in the document or not. */
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

    /** Every call that there is. */
    List<OpenApi.Place> endpoints() {
        List<OpenApi.Place> places = new ArrayList<>();
        mappings.getObject().getHandlerMethods().forEach((mapping, handler) -> {
            Operation call = handler.getMethodAnnotation(Operation.class);
            if (call != null) {
                mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> places.add(new OpenApi.Place(path, method.name(), call))));
            }
        });
        return places;
    }
}
