package io.hourshare.web;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Conversion;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words for codes: which code list an attribute's values come from is said by the job files; what models derive is said
 * by the canonical contract's description ({@code LARGE 大型、MEDIUM 中型}).
 */
final class CodeTitles {

    private static final Pattern DESCRIBED = Pattern.compile("([A-Z][A-Z_]+) ([^、]+)");

    private final Map<String, Map<String, String>> byAttribute = new HashMap<>();

    CodeTitles(Catalogue catalogue) {
        Map<String, Map<String, String>> byList = new HashMap<>();
        for (Feed feed : catalogue.feeds()) {
            for (FieldMapping mapping : feed.job().map()) {
                CodeList list = catalogue.codeLists().get(list(mapping));
                if (list != null) {
                    byAttribute.putIfAbsent(
                            mapping.canonical(), byList.computeIfAbsent(list.name(), name -> titles(list)));
                }
            }
        }
        for (CanonicalEntity entity : catalogue.entities().values()) {
            entity.fields().forEach(this::addDescribed);
        }
    }

    /** The names of a code list, as far as the catalogue has it. */
    static Map<String, String> of(Catalogue catalogue, String list) {
        CodeList known = catalogue.codeLists().get(list);
        return known == null ? Map.of() : titles(known);
    }

    private void addDescribed(CanonicalField field) {
        DESCRIBED
                .matcher(field.description())
                .results()
                .forEach(word -> byAttribute
                        .computeIfAbsent(field.name(), name -> new HashMap<>())
                        .putIfAbsent(word.group(1), word.group(2)));
    }

    /** The value as people say it; itself where its attribute has no code list. */
    @Nullable
    Object title(String attribute, @Nullable Object value) {
        Map<String, String> titles = byAttribute.get(attribute);
        return titles == null || value == null ? value : titles.getOrDefault(value.toString(), value.toString());
    }

    private static String list(FieldMapping mapping) {
        Conversion conversion = Conversion.named(mapping.as()).orElse(Conversion.TEXT);
        return switch (conversion) {
            case REGION -> "regions";
            case INDUSTRY -> "industries";
            case CURRENCY -> "currencies";
            default -> mapping.options().getOrDefault("list", "");
        };
    }

    private static Map<String, String> titles(CodeList list) {
        Map<String, String> titles = new HashMap<>();
        for (Map<String, String> row : list.rows()) {
            String code = row.get("code");
            if (code != null) {
                titles.putIfAbsent(code, title(row, code));
            }
        }
        return titles;
    }

    /** Where people know the code too (regions, industries), it stays beside its name. */
    private static String title(Map<String, String> row, String code) {
        if (row.containsKey("title")) {
            return row.getOrDefault("title", code);
        }
        String name = row.getOrDefault("full_name", row.getOrDefault("name", ""));
        return name.isEmpty() ? code : name + "（" + code + "）";
    }
}
