package io.hourshare.web.display;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages' Chinese words in another language: message bundles whose keys are what the pages say. In a key {@code {0}}
 * stands for whatever differs, {@code {0#}} for a number, {@code {0!}} for words that have an entry themselves. What has
 * no entry stays Chinese, as values and names do.
 */
final class Phrases {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000]+");
    /** Longer ones are data; whole entries alone may be longer. */
    private static final int LONGEST = 500;

    private static final Pattern GAP = Pattern.compile("\\{\\d([#!]?)}");

    private final Map<String, String> whole = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    /**
     * A key with gaps.
     *
     * @param begin what it begins with, and {@code end} with, which most texts do not: no pattern needs to be tried then
     * @param must for each gap, whether it holds only what has an entry itself
     * @param weight how much of it is said; the more, the earlier it is tried
     */
    private record Template(
            String begin, String end, Pattern pattern, List<Boolean> must, int weight, String translation) {

        private static Template of(String chinese, String other) {
            StringBuilder pattern = new StringBuilder();
            List<Boolean> must = new ArrayList<>();
            int end = 0;
            Matcher gap = GAP.matcher(chinese);
            while (gap.find()) {
                pattern.append(Pattern.quote(chinese.substring(end, gap.start())))
                        .append(gap.group(1).equals("#") ? "([\\d.,]+)" : "(.+?)");
                must.add(gap.group(1).equals("!"));
                end = gap.end();
            }
            pattern.append(Pattern.quote(chinese.substring(end)));
            int weight = GAP.matcher(chinese).replaceAll("").length();
            return new Template(
                    chinese.substring(0, chinese.indexOf('{')),
                    chinese.substring(end),
                    Pattern.compile(pattern.toString()),
                    List.copyOf(must),
                    weight,
                    other);
        }

        private Optional<Matcher> match(String said) {
            return said.startsWith(begin) && said.endsWith(end)
                    ? Optional.of(pattern.matcher(said)).filter(Matcher::matches)
                    : Optional.empty();
        }
    }

    /** @param bundles names of the files on the class path */
    Phrases(String... bundles) {
        for (String bundle : bundles) {
            Properties properties = new Properties();
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(Phrases.class.getResourceAsStream(bundle), bundle),
                    StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Bundle cannot be read: " + bundle, e);
            }
            properties.stringPropertyNames().forEach(key -> add(key, properties.getProperty(key)));
        }
        templates.sort(Comparator.comparingInt(Template::weight)
                .reversed()
                .thenComparing(template -> template.pattern().pattern()));
    }

    private void add(String chinese, String other) {
        if (!HAN.matcher(chinese).find() && !chinese.contains("{")) {
            throw new IllegalArgumentException(
                    "Key says nothing in Chinese, blanks in it must be escaped: " + chinese + "=" + other);
        }
        if (GAP.matcher(chinese).find()) {
            templates.add(Template.of(chinese, other));
        } else {
            whole.put(chinese, other);
        }
    }

    /** The text in the other language, blanks around it kept; nothing where it has no entry. */
    Optional<String> of(String text) {
        return of(text, new HashMap<>());
    }

    /** @param tried parts of one text that were looked for already: a text can be taken apart in very many ways */
    private Optional<String> of(String text, Map<String, Optional<String>> tried) {
        if (!HAN.matcher(text).find()) {
            return Optional.empty();
        }
        String said = BLANKS.matcher(text.strip()).replaceAll(" ");
        Optional<String> known = tried.get(said);
        if (known == null) {
            known = Optional.ofNullable(whole.get(said))
                    .or(() -> said.length() > LONGEST ? Optional.empty() : bySemicolon(said, tried))
                    .or(() -> said.length() > LONGEST ? Optional.empty() : byTemplate(said, tried));
            tried.put(said, known);
        }
        return known.map(other -> text.substring(0, text.indexOf(text.strip()))
                + other
                + text.substring(text.indexOf(text.strip()) + text.strip().length()));
    }

    /** Causes and remedies are put together as they come: each part that has an entry is said by itself. */
    private Optional<String> bySemicolon(String said, Map<String, Optional<String>> tried) {
        for (int at = said.indexOf('；'); at >= 0; at = said.indexOf('；', at + 1)) {
            Optional<String> before = part(said.substring(0, at), tried);
            Optional<String> after = before.isEmpty() ? before : part(said.substring(at + 1), tried);
            if (after.isPresent()) {
                return Optional.of(before.get() + "; " + after.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> part(String said, Map<String, Optional<String>> tried) {
        return HAN.matcher(said).find() ? of(said, tried) : Optional.of(said);
    }

    private Optional<String> byTemplate(String said, Map<String, Optional<String>> tried) {
        for (Template template : templates) {
            Optional<String> filled = template.match(said).map(matcher -> filled(template, matcher, tried));
            if (filled.isPresent()) {
                return filled;
            }
        }
        return Optional.empty();
    }

    private @org.jspecify.annotations.Nullable String filled(
            Template template, Matcher matcher, Map<String, Optional<String>> tried) {
        String filled = template.translation();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String part = matcher.group(group);
            Optional<String> other = of(part, tried);
            if (other.isEmpty() && template.must().get(group - 1)) {
                return null;
            }
            filled = filled.replace("{" + (group - 1) + "}", other.orElse(part));
        }
        return filled;
    }
}
