package entente.report.json;

import entente.analysis.attribution.Share;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tree of shares of a difference. */
final class ShareJson {

    private ShareJson() {}

    /** In percentage points as printed; the exact share is a fraction of tenths of one. */
    static Map<String, Object> percent(Share share) {
        return share(share, 10, "percentagePoints", "exactTenths");
    }

    /** In points as printed; the exact share is a fraction of hundredths of one. */
    static Map<String, Object> points(Share share) {
        return share(share, 100, "points", "exactHundredths");
    }

    private static Map<String, Object> share(Share share, double unit, String name, String exact) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("of", share.ids());
        entry.put(name, share.rounded() / unit);
        entry.put(exact, share.exact().toString());
        entry.put(
                "within",
                share.parts().stream()
                        .map(part -> share(part, unit, name, exact))
                        .toList());
        return entry;
    }
}
