package io.hourshare.web.display;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages' Chinese words in another language: a message bundle whose keys are what the pages say, {@code {0}} standing
 * for whatever differs. What has no entry stays Chinese, as values and names do.
 */
final class Phrases {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    private final Map<String, String> whole = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    private record Template(Pattern pattern, String translation) {}

    /** @param bundle name of the file on the class path */
    Phrases(String bundle) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(bundle), bundle), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Bundle cannot be read: " + bundle, e);
        }
        properties.stringPropertyNames().forEach(key -> add(key, properties.getProperty(key)));
    }

    private void add(String chinese, String other) {
        if (!HAN.matcher(chinese).find()) {
            throw new IllegalArgumentException(
                    "Key says nothing in Chinese, blanks in it must be escaped: " + chinese + "=" + other);
        }
        if (GAP.matcher(chinese).find()) {
            StringBuilder pattern = new StringBuilder();
            for (String part : GAP.split(chinese, -1)) {
                pattern.append(pattern.isEmpty() ? "" : "(.+?)").append(Pattern.quote(part));
            }
            templates.add(new Template(Pattern.compile(pattern.toString()), other));
        } else {
            whole.put(chinese, other);
        }
    }

    /** The text in the other language, blanks around it kept; nothing where it has no entry. */
    Optional<String> of(String text) {
        if (!HAN.matcher(text).find()) {
            return Optional.empty();
        }
        String said = text.strip().replaceAll("\\s+", " ");
        String translated = whole.containsKey(said) ? whole.get(said) : byTemplate(said);
        return Optional.ofNullable(translated)
                .map(other -> text.substring(0, text.indexOf(text.strip()))
                        + other
                        + text.substring(
                                text.indexOf(text.strip()) + text.strip().length()));
    }

    private @org.jspecify.annotations.Nullable String byTemplate(String said) {
        for (Template template : templates) {
            Matcher matcher = template.pattern().matcher(said);
            if (matcher.matches()) {
                String filled = template.translation();
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    String part = matcher.group(group);
                    filled = filled.replace("{" + (group - 1) + "}", whole.getOrDefault(part, part));
                }
                return filled;
            }
        }
        return null;
    }
}
