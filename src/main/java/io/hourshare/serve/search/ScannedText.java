package io.hourshare.serve.search;

import io.hourshare.kernel.Uscc;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a scanner types from a licence's QR code: an address or several particulars, the unified code among them. */
public final class ScannedText {

    private static final Pattern CODE_LIKE = Pattern.compile("(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])");

    private ScannedText() {}

    /** The one right code in a longer text; the text itself where there is none, or several. */
    public static String query(String text) {
        List<String> codes = CODE_LIKE
                .matcher(text.toUpperCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(Uscc::isValid)
                .distinct()
                .toList();
        return codes.size() == 1 ? codes.get(0) : text;
    }
}
