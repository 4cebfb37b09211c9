package entente.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a call what it is asked; whatever the call does not know is refused first. */
final class AskedResolver implements HandlerMethodArgumentResolver {

    private final Body body;

    AskedResolver(Body body) {
        this.body = body;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest exchange,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(exchange.getNativeRequest(HttpServletRequest.class));
        Call call = parameter.getMethodAnnotation(Call.class);
        Map<String, String> query = call == null ? Map.of() : Parameters.of(request, call);
        ControlCharacters.refuse(request, query);
        return new Asked(request, query, body);
    }
}
