package io.hourshare.pull.http;

import io.hourshare.land.Content;
import io.hourshare.pull.session.Excerpt;
import io.hourshare.pull.session.Parameters;
import io.hourshare.pull.session.PullReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Pages of JSON: an array of records, or an object around one. */
final class JsonPages implements PageReader {

    private static final Pattern TOTAL = Pattern.compile("(?i)total(_?(count|num(ber)?|records?|elements|rows?|items))?"
            + "|(records?|rows?|items?|data)_?(total|count|num)|zs|zts|zjls|sum_?(count|num)");

    /** Of all or of the page alone: of all where it is more than the page holds. */
    private static final Pattern COUNT = Pattern.compile("(?i)count|cnt|num|total_?size|size_?total");

    private static final Pattern PAGES = Pattern.compile("(?i)(total_?)?pages|page_?(count|total)|zys");
    private static final Pattern FURTHER = Pattern.compile("(?i)has_?(next|more)(_?page)?");
    private static final Pattern LAST = Pattern.compile("(?i)(is_?)?last(_?page)?");
    private static final Set<String> CURSORS = Set.of("nextCursor", "next_cursor", "nextToken");
    private static final Set<String> NUMBERS = Set.of("pageNo", "pageNum", "pageNumber");

    private final JsonFactory factory = new JsonFactory();
    private final Parameters parameters;
    private final Set<String> fields;
    private final boolean single;

    /** @param fields names of the feed's fields */
    JsonPages(Parameters parameters, Set<String> fields) {
        this(parameters, fields, false);
    }

    private JsonPages(Parameters parameters, Set<String> fields, boolean single) {
        this.parameters = parameters;
        this.fields = fields;
        this.single = single;
    }

    /** For answers about one subject, which may be a record without an array around it. */
    static JsonPages single(Parameters parameters) {
        return new JsonPages(parameters, Set.of(), true);
    }

    @Override
    public PageFacts read(Content page) throws IOException {
        Map<String, Long> arrays = new LinkedHashMap<>();
        Map<String, String> scalars = new LinkedHashMap<>();
        try (Reader text = open(page);
                JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            scan(parser, arrays, scalars);
        } catch (JacksonException e) {
            throw PullReason.MALFORMED.failure(
                    "JSON 不完整或格式错误（" + Excerpt.line(e.getOriginalMessage()) + "）：" + Excerpt.of(page), e);
        }
        return facts(page, arrays, scalars);
    }

    /** Broken characters are the records' trouble, found again when they are normalized; here they only pass by. */
    private Reader open(Content page) throws IOException {
        Charset charset = Charset.forName(parameters.text("charset", "UTF-8"));
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                page.stream(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static void scan(JsonParser parser, Map<String, Long> arrays, Map<String, String> scalars) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                String path = path(parser);
                arrays.put(path, count(parser));
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                scalars.put(path(parser), parser.getString());
            }
        }
    }

    private static String path(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private static long count(JsonParser parser) {
        long count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            count++;
        }
        return count;
    }

    private PageFacts facts(Content page, Map<String, Long> arrays, Map<String, String> scalars) throws IOException {
        String trouble = trouble(scalars);
        Optional<Long> listed = records(arrays);
        Optional<Long> records =
                listed.filter(count -> count > 0).or(() -> alone(scalars)).or(() -> listed);
        Long total = total(scalars, records.orElse(0L));
        if (trouble == null && !single && records.isEmpty() && (total == null || total > 0)) {
            throw PullReason.NOT_DATA.failure("JSON 中没有记录数组：" + Excerpt.of(page));
        }
        return new PageFacts(
                records.orElse(0L),
                total,
                number(find("pageNumber", NUMBERS, scalars)),
                find("nextCursor", CURSORS, scalars),
                further(scalars),
                trouble);
    }

    private @Nullable Long total(Map<String, String> scalars, long records) {
        Optional<String> pointer = parameters.find("total");
        if (pointer.isPresent()) {
            return number(scalars.get(pointer.get()));
        }
        Long total = named(TOTAL, scalars).map(JsonPages::number).orElse(null);
        Long count = named(COUNT, scalars).map(JsonPages::number).orElse(null);
        return total != null || count == null || count <= records ? total : count;
    }

    private static boolean further(Map<String, String> scalars) {
        Long pages = named(PAGES, scalars).map(JsonPages::number).orElse(null);
        return pages != null && pages > 1
                || named(FURTHER, scalars).filter("true"::equals).isPresent()
                || named(LAST, scalars).filter("false"::equals).isPresent();
    }

    private static Optional<String> named(Pattern names, Map<String, String> scalars) {
        return scalars.entrySet().stream()
                .filter(scalar -> names.matcher(
                                scalar.getKey().substring(scalar.getKey().lastIndexOf('/') + 1))
                        .matches())
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private Optional<Long> records(Map<String, Long> arrays) {
        Optional<String> pointer = parameters.find("records");
        return pointer.isPresent()
                ? Optional.ofNullable(arrays.get(pointer.get()))
                : arrays.values().stream().max(Long::compare);
    }

    /** One record without an array around it, as many sources write it: an object that holds the feed's fields. */
    private Optional<Long> alone(Map<String, String> scalars) {
        String below = parameters.find("records").orElse("") + "/";
        return scalars.keySet().stream()
                .filter(path -> path.startsWith(below) && fields.contains(path.substring(path.lastIndexOf('/') + 1)))
                .collect(Collectors.groupingBy(path -> path.substring(0, path.lastIndexOf('/')), Collectors.counting()))
                .values()
                .stream()
                .filter(known -> known > 1)
                .findAny()
                .map(known -> 1L);
    }

    /** {@code ok: /code=0}: the source's own verdict, which must be there and be so. */
    private @Nullable String trouble(Map<String, String> scalars) {
        Optional<String> ok = parameters.find("ok");
        if (ok.isEmpty()) {
            return null;
        }
        String[] verdict = ok.get().split("=", 2);
        String said = scalars.get(verdict[0].strip());
        if (verdict.length == 2 && verdict[1].strip().equals(said)) {
            return null;
        }
        String message = scalars.getOrDefault("/message", scalars.getOrDefault("/msg", ""));
        return verdict[0].strip() + "=" + said + " " + Excerpt.masked(message);
    }

    private @Nullable String find(String parameter, Set<String> usual, Map<String, String> scalars) {
        Optional<String> pointer = parameters.find(parameter);
        if (pointer.isPresent()) {
            return blankToNull(scalars.get(pointer.get()));
        }
        return scalars.entrySet().stream()
                .filter(scalar ->
                        usual.contains(scalar.getKey().substring(scalar.getKey().lastIndexOf('/') + 1)))
                .map(Map.Entry::getValue)
                .map(JsonPages::blankToNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
