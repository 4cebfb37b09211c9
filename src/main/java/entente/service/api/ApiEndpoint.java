package entente.service.api;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An operation with its place in the API.
 *
 * @param method of HTTP
 * @param id unique in the API
 * @param consumes media types of the body
 */
public record ApiEndpoint(
        String method,
        PathPattern pattern,
        String id,
        List<String> consumes,
        Operation operation,
        List<Operation.Response> responses) {

    public String path() {
        return pattern.getPatternString();
    }

    /** The operations of all controllers, which need not exist yet. */
    public static List<ApiEndpoint> of(ListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanNamesForAnnotation(Controller.class))
                .flatMap(name -> of(Objects.requireNonNull(beans.getType(name, false))).stream())
                .toList();
    }

    private static List<ApiEndpoint> of(Class<?> controller) {
        List<ApiEndpoint> endpoints = new ArrayList<>();
        for (Method method : controller.getDeclaredMethods()) {
            RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            Operation operation = method.getAnnotation(Operation.class);
            if (mapping != null && operation != null) {
                endpoints.add(new ApiEndpoint(
                        mapping.method()[0].name(),
                        PathPatternParser.defaultInstance.parse(mapping.path()[0]),
                        method.getName(),
                        consumes(mapping, controller),
                        operation,
                        List.of(method.getAnnotationsByType(Operation.Response.class))));
            }
        }
        return endpoints;
    }

    /** Those of the method, otherwise those of its class. */
    private static List<String> consumes(RequestMapping mapping, Class<?> controller) {
        RequestMapping common = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        return List.of(mapping.consumes().length > 0 || common == null ? mapping.consumes() : common.consumes());
    }
}
