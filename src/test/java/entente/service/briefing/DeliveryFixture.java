package entente.service.briefing;

import entente.report.json.RecordType.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the tests of deliveries send. */
final class DeliveryFixture {

    static final String SECRET = "a secret of more than sixteen bytes";

    static final byte[] PDF = "%PDF-1.7 not really".getBytes(StandardCharsets.UTF_8);

    static final DeliveryContent CONTENT = content("The article's moment, 2018");

    private DeliveryFixture() {}

    static DeliveryContent content(String title) {
        return new DeliveryContent(
                "baseline-2018/3",
                title,
                "risen from 4.0 % to 6.0 %, edition 3",
                "An alliance is very unlikely (6 %).",
                List.of("By another account it is even."),
                new JsonText("{\"number\": 3}"),
                Optional.of(PDF));
    }
}
