package io.hourshare.operate.command.desk;

import io.hourshare.operate.command.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where an operator's command acts: the running server over REST, or, where none runs, alone on the data root. */
public record Desk(HomeOption option, Launch launch) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Who acts where no server tells. */
    public static String actor() {
        return System.getProperty("user.name", "cli");
    }

    /** What somebody wrote, as a part of an address. */
    public static String part(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }

    public static ObjectNode because(String reason) {
        return JSON.createObjectNode().put("reason", reason);
    }

    /** Posts to the server, or does the same alone; both answer in the form of the REST interface. */
    public JsonNode post(String path, JsonNode body, Function<ApplicationContext, Object> alone) throws Exception {
        Optional<ServerClient> server = ServerClient.find(option.home());
        return server.isPresent() ? server.get().post(path, body) : alone(alone);
    }

    public JsonNode get(String path, Function<ApplicationContext, Object> alone) throws Exception {
        Optional<ServerClient> server = ServerClient.find(option.home());
        return server.isPresent() ? server.get().get(path) : alone(alone);
    }

    public JsonNode alone(Function<ApplicationContext, Object> work) {
        List<String> words = new ArrayList<>(List.of("--hourshare.home=" + option.home()));
        if (option.catalogue() != null) {
            words.add("--hourshare.catalogue=" + option.catalogue());
        }
        try (ConfigurableApplicationContext context = launch.alone(Map.of(), words.toArray(String[]::new))) {
            return JSON.valueToTree(work.apply(context));
        }
    }

    /** Prints as asked: JSON, or the text. */
    public void print(JsonNode answer, Function<JsonNode, String> text) {
        Terminal.print(
                option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) : text.apply(answer));
    }
}
