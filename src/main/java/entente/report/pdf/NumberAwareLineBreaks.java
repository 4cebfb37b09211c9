package entente.report.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Line breaks that leave numbers and their ranges whole; Java's would break "−0.2" after its point and "5–20" after its dash. */
final class NumberAwareLineBreaks implements FSTextBreaker {

    private static final Pattern WITHIN_NUMBER = Pattern.compile("−(?=\\d)|(?<=\\d)[.–](?=\\d)");

    private final FSTextBreaker breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.ROOT));

    @Override
    public void setText(String text) {
        breaks.setText(WITHIN_NUMBER.matcher(text).replaceAll("0"));
    }

    @Override
    public int next() {
        return breaks.next();
    }
}
