package io.hourshare.pull;

import io.hourshare.pull.session.PullReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a route template may consist of. Route files are code: whoever writes them could otherwise run commands,
 * load classes or send data elsewhere.
 */
final class RouteRules {

    private static final Set<String> WORDS = Set.of(
            "routeTemplate",
            "id",
            "description",
            "parameters",
            "name",
            "required",
            "defaultValue",
            "from",
            "uri",
            "steps",
            "process",
            "ref",
            "loop",
            "doWhile",
            "simple",
            "constant",
            "doTry",
            "doCatch",
            "exception",
            "to",
            "choice",
            "when",
            "otherwise",
            "pollEnrich",
            "timeout");
    private static final Pattern ENDPOINT = Pattern.compile("(direct:\\{\\{feed}}|sql|http://source|sftp:.*|file:.*)");
    private static final Pattern STEP = Pattern.compile("hourshare[A-Z][A-Za-z]+");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{variable\\.[a-z]+}");

    /** A reference to an object that is not one of ours, {@code #class:…} among them; {@code :#name} is a bound value. */
    private static final Pattern FOREIGN_OBJECT = Pattern.compile("(?<!:)#(?!hourshare[A-Z]|bean:hourshare-)");

    private RouteRules() {}

    /** Throws unless every word, endpoint, step and expression is one of ours. */
    static void check(String file, String text) {
        check(file, "", new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text));
    }

    private static void check(String file, String word, Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> checkWord(file, String.valueOf(key), value));
        } else if (node instanceof List<?> list) {
            list.forEach(member -> check(file, word, member));
        }
    }

    private static void checkWord(String file, String word, Object value) {
        if (!WORDS.contains(word)) {
            throw refused(file, word);
        }
        boolean allowed = switch (word) {
            case "routeTemplate", "from", "to", "process", "pollEnrich", "loop", "doTry", "choice" ->
                value instanceof Map;
            case "uri" -> ENDPOINT.matcher(String.valueOf(value)).matches();
            case "ref" -> STEP.matcher(String.valueOf(value)).matches();
            case "simple" -> CONDITION.matcher(String.valueOf(value)).matches();
            case "constant" -> ENDPOINT.matcher(String.valueOf(value)).matches();
            default -> true;
        };
        boolean options = word.equals("parameters") && value instanceof Map;
        boolean text = options || value instanceof String;
        if (!allowed || (text && FOREIGN_OBJECT.matcher(value.toString()).find())) {
            throw refused(file, word + ": " + value);
        }
        if (!options) {
            check(file, word, value);
        }
    }

    private static PullFailedException refused(String file, String what) {
        return PullReason.ROUTE_BROKEN.failure(
                file + " 使用了不允许的写法「" + what + "」，只可使用本产品的步骤与 " + "http、sftp、file、sql 四种端点");
    }
}
