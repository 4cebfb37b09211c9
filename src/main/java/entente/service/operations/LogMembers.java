package entente.service.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Limits the length of strings in JSON logs; public because the settings name it. */
public final class LogMembers implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(ValueProcessor.of(String.class, LogMembers::shortened));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text != null && text.length() > LogLines.MAX_LENGTH
                ? text.substring(0, LogLines.MAX_LENGTH) + "…"
                : text;
    }
}
