package entente.web;

import entente.archive.Answer;
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
class OpenApiDocument {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    OpenApiDocument(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "openapi",
            says = "This document.",
            answers = {
                @Call.Good(status = 200, says = "OpenAPI 3.1.", schema = "schema", headers = Call.Header.ETAG),
                @Call.Good(status = 304, says = "The one that If-None-Match names.", headers = Call.Header.ETAG)
            })
    Answer document(Asked asked) {
        return Answers.tagged(Answers.json(200, OpenApi.write(places(), asked.edition())));
    }

    /** Method and path of everything that is handled by a method of ours, told in the document or not. */
    List<String> handled() {
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
    List<OpenApi.Place> places() {
        List<OpenApi.Place> places = new ArrayList<>();
        mappings.getObject().getHandlerMethods().forEach((mapping, handler) -> {
            Call call = handler.getMethodAnnotation(Call.class);
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
