package io.hourshare.operate.command.people;

import io.hourshare.access.Caller;
import io.hourshare.access.Role;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseNames;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cases of any ledger: 校核, 人工更正 and those that a site adds as files. */
@Command(name = "case", description = "台账事项：校核（correction）、人工更正（override）等的立件、办理与查询")
public final class CaseCommand {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Launch launch;

    CaseCommand(Launch launch) {
        this.launch = launch;
    }

    @Command(name = "list", description = "列出台账事项，新的在前")
    int list(
            @Mixin HomeOption option,
            @Parameters(paramLabel = "LEDGER", description = "台账，如 correction") String ledger,
            @Option(names = "--where", description = "按字段筛选，如 --where department=tax") Map<String, String> where,
            @Option(names = "--all", description = "连同已办结的") boolean all)
            throws Exception {
        Map<String, String> wanted = where == null ? Map.of() : new TreeMap<>(where);
        String query = wanted.entrySet().stream()
                .map(one -> "&" + encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining());
        Desk desk = new Desk(option, launch);
        JsonNode answer = desk.get(
                "/api/v1/ledgers/" + encoded(ledger) + "/cases?limit=1000" + (all ? "" : "&open=true") + query,
                context -> alone(context, new CaseQuery(ledger, all ? null : true, null, wanted)));
        desk.print(answer, CaseCommand::table);
        return ExitCode.OK;
    }

    private static Object alone(ApplicationContext context, CaseQuery query) {
        CaseQuery known = context.getBean(CaseNames.class).known(query);
        return Map.of("items", context.getBean(CaseDesk.class).list(known, caller()));
    }

    @Command(name = "show", description = "一件事项的经过、时限与可办的事")
    int show(@Mixin HomeOption option, @Parameters(paramLabel = "ID", description = "编号") String id) throws Exception {
        Desk desk = new Desk(option, launch);
        desk.print(
                desk.get(
                        "/api/v1/cases/" + encoded(id),
                        context -> context.getBean(CaseDesk.class).show(id, caller())),
                CaseCommand::one);
        return ExitCode.OK;
    }

    @Command(
            name = "open",
            description = {
                "立件，例如人工更正：",
                "case open override --set enterprise=HS-… --set field=reg_capital --set value=2000 --set until=2026-12-31 --reason …"
            })
    int open(
            @Mixin HomeOption option,
            @Parameters(paramLabel = "LEDGER", description = "台账，如 override") String ledger,
            @Option(names = "--set", required = true, description = "字段=取值，可多次") Map<String, String> details,
            @Option(names = "--reason", required = true, description = "事由（入台账）") String reason)
            throws Exception {
        Desk desk = new Desk(option, launch);
        JsonNode answer = desk.post(
                "/api/v1/ledgers/" + encoded(ledger) + "/cases",
                body(details, reason),
                context -> context.getBean(CaseDesk.class).open(ledger, details, reason, caller()));
        desk.print(answer, CaseCommand::one);
        return ExitCode.OK;
    }

    @Command(name = "act", description = "办理：写明动作与事由")
    int act(
            @Mixin HomeOption option,
            @Parameters(index = "0", paramLabel = "ID", description = "编号") String id,
            @Parameters(index = "1", paramLabel = "ACTION", description = "动作，如 confirm、withdraw") String action,
            @Option(names = "--set", description = "字段=取值，可多次") Map<String, String> details,
            @Option(names = "--reason", required = true, description = "事由（入台账）") String reason)
            throws Exception {
        Map<String, String> told = details == null ? Map.of() : details;
        Desk desk = new Desk(option, launch);
        JsonNode answer = desk.post(
                "/api/v1/cases/" + encoded(id) + "/actions",
                body(told, reason).put("action", action),
                context -> context.getBean(CaseDesk.class).act(id, action, told, reason, caller()));
        desk.print(answer, CaseCommand::one);
        return ExitCode.OK;
    }

    /** Whoever may run commands on the data root may do what its owner may. */
    private static Caller caller() {
        return new Caller(Desk.actor(), Role.ADMINISTRATOR);
    }

    private static ObjectNode body(Map<String, String> details, String reason) {
        ObjectNode body = Desk.because(reason);
        body.set("details", JSON.valueToTree(details));
        return body;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String table(JsonNode answer) {
        TextTable table = new TextTable("编号", "状态", "企业", "字段", "提出", "时限");
        answer.path("items")
                .forEach(one -> table.row(
                        one.path("id").asString(),
                        one.path("state_title").asString(),
                        one.at("/details/enterprise").asString(""),
                        one.at("/details/field").asString(""),
                        one.path("opened_at").asString(),
                        one.at("/clocks/0/due_at").asString("")));
        return table.text();
    }

    private static String one(JsonNode view) {
        StringBuilder text = new StringBuilder()
                .append(view.path("id").asString())
                .append(' ')
                .append(view.path("ledger_title").asString())
                .append(' ')
                .append(view.path("state_title").asString())
                .append('\n');
        view.path("events")
                .forEach(event -> text.append("  ")
                        .append(event.path("at").asString())
                        .append(' ')
                        .append(event.path("title").asString())
                        .append(' ')
                        .append(event.path("actor").asString())
                        .append("：")
                        .append(event.path("reason").asString())
                        .append('\n'));
        return text.toString();
    }
}
