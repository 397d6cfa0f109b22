package io.hourshare.operate.command.run;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.run.RunView;
import io.hourshare.operate.run.Runs;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Waits for a run's end, on the server or in this process. */
final class RunWait {

    private static final long MILLIS = 300;

    private RunWait() {}

    /** A run that was worked off alone has ended already. */
    static JsonNode untilEnded(Desk desk, JsonNode begun) throws Exception {
        Optional<ServerClient> server = ServerClient.find(desk.option().home());
        JsonNode run = begun;
        while (server.isPresent()
                && (run.path("ended_at").isNull() || run.path("ended_at").isMissingNode())) {
            Thread.sleep(MILLIS);
            run = server.get().get("/api/v1/runs/" + run.path("id").asString());
        }
        return run;
    }

    static RunView untilEnded(ApplicationContext context, String id) {
        Runs runs = context.getBean(Runs.class);
        RunView view = runs.find(id).orElseThrow();
        try {
            while (view.endedAt() == null) {
                Thread.sleep(MILLIS);
                view = runs.find(id).orElseThrow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return view;
    }
}
