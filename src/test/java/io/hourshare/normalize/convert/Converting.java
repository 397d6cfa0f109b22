package io.hourshare.normalize.convert;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.LogicalType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts one text by the catalogue's own code lists; the answer reads {@code value}, {@code !REASON}, {@code value!REASON} or {@code -}. */
final class Converting {

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue();
    private static final Rules RULES = new Rules(new Tokens("test key".getBytes(StandardCharsets.UTF_8)));

    private Converting() {}

    static String convert(String as, String text, String... options) {
        return convert(as, null, null, text, Neighbours.NONE, options);
    }

    static String convert(
            String as,
            @Nullable String bare,
            @Nullable String target,
            String text,
            Neighbours neighbours,
            String... options) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            map.put(options[i], options[i + 1]);
        }
        RuleSetting setting = new RuleSetting(as, LogicalType.STRING, map, bare, target, CATALOGUE.codeLists());
        Rule rule = RULES.rule(setting);
        Converted converted = rule.convert(text, neighbours);
        byte @Nullable [] usual =
                neighbours == Neighbours.NONE ? rule.usual(text.getBytes(StandardCharsets.UTF_8)) : null;
        if (usual != null && !new String(usual, StandardCharsets.UTF_8).equals(converted.text())) {
            return "the short way differs: " + new String(usual, StandardCharsets.UTF_8);
        }
        String value = converted.text() == null ? "" : converted.text();
        String reason = converted.reason() == null ? "" : "!" + converted.reason();
        return value.isEmpty() && reason.isEmpty() ? "-" : value + reason;
    }
}
