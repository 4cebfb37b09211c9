package entente.service.api;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.archive.Content;
import entente.service.transfer.RequestBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Creates the {@link ApiRequest} argument of an operation after checking its parameters. */
@RequiredArgsConstructor
public final class ApiRequestResolver implements HandlerMethodArgumentResolver {

    private final RequestBodies bodies;
    private final EvaluationExecutor evaluations;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ApiRequest.class;
    }

    @Override
    public ApiRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest exchange,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(exchange.getNativeRequest(HttpServletRequest.class));
        Operation call = parameter.getMethodAnnotation(Operation.class);
        Map<String, String> query = call == null ? Map.of() : QueryParameters.of(request, call);
        ControlCharacters.reject(request, query);
        Cost cost = call == null || call.evaluates().length == 0 ? Cost.LIGHT : call.evaluates()[0];
        boolean takesBody = call == null ? isForm(parameter) : !call.body().isEmpty();
        boolean large = call != null && call.largeBody();
        return new ApiRequest(
                request,
                query,
                () -> takesBody ? bodies.receive(request, large) : Content.of(new byte[0]),
                evaluations,
                cost);
    }

    /** Whether a page, which is no operation of the API, takes a form. */
    private static boolean isForm(MethodParameter parameter) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(
                Objects.requireNonNull(parameter.getMethod()), RequestMapping.class);
        return mapping != null && List.of(mapping.consumes()).contains(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
