package entente.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void sortsKeysAndWritesPlainNumbers() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", List.of(1.0, 1e3, 0.1, -0.0));
        map.put("a", Map.of("z", true, "y", "\"\n\u0001é"));
        map.put("c", 5);
        assertThat(CanonicalJson.write(map))
                .isEqualTo("{\"a\":{\"y\":\"\\\"\\n\\u0001é\",\"z\":true},\"b\":[1,1000,0.1,0],\"c\":5}");
    }

    @Test
    void rejectsOtherTypes() {
        assertThatThrownBy(() -> CanonicalJson.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void digestIsSha256() {
        assertThat(Digest.sha256("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digest.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
