package io.hourshare.operate.command.people;

import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Users and their roles; every change is audited. */
@Command(name = "users", description = "用户：列出；add 新增，role 改角色，suspend 停用，readmit 恢复，password 重设密码。需要运行中的服务")
public final class UsersCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/api/v1/users";

    @Mixin
    private final HomeOption option = new HomeOption();

    @Override
    public Integer call() throws Exception {
        return listed(option, ServerClient.require(option.home()).get(PATH));
    }

    @Command(name = "add", description = "新增用户；回答随机密码，只此一次")
    int add(
            @Mixin HomeOption where,
            @Parameters(index = "0", paramLabel = "用户名") String name,
            @Parameters(
                            index = "1",
                            paramLabel = "角色",
                            description = "clerk、operator、steward、analyst、auditor 或 administrator")
                    String role)
            throws Exception {
        return told(
                where,
                ServerClient.require(where.home())
                        .post(PATH, JSON.createObjectNode().put("name", name).put("role", role)));
    }

    @Command(name = "password", description = "重设密码；回答新的随机密码，只此一次")
    int password(@Mixin HomeOption where, @Parameters(paramLabel = "用户名") String name) throws Exception {
        return told(where, ServerClient.require(where.home()).post(of(name) + "/password", JSON.createObjectNode()));
    }

    @Command(name = "role", description = "改角色，立即生效")
    int role(
            @Mixin HomeOption where,
            @Parameters(index = "0", paramLabel = "用户名") String name,
            @Parameters(index = "1", paramLabel = "角色") String role)
            throws Exception {
        return changed(where, name, JSON.createObjectNode().put("role", role));
    }

    @Command(name = "suspend", description = "停用，已登录的会话同时失效")
    int suspend(@Mixin HomeOption where, @Parameters(paramLabel = "用户名") String name) throws Exception {
        return changed(where, name, JSON.createObjectNode().put("suspended", true));
    }

    @Command(name = "readmit", description = "恢复")
    int readmit(@Mixin HomeOption where, @Parameters(paramLabel = "用户名") String name) throws Exception {
        return changed(where, name, JSON.createObjectNode().put("suspended", false));
    }

    private static int changed(HomeOption option, String name, ObjectNode wanted) throws Exception {
        return listed(option, ServerClient.require(option.home()).patch(of(name), wanted));
    }

    private static String of(String name) {
        return PATH + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int told(HomeOption option, JsonNode told) {
        Terminal.print(
                option.json()
                        ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(told)
                        : "用户 " + told.path("name").asString() + " 的密码："
                                + told.path("password").asString() + "\n只显示这一次，请当面交给本人。\n");
        return ExitCode.OK;
    }

    private static int listed(HomeOption option, JsonNode users) {
        TextTable table = new TextTable("用户名", "角色", "状态");
        users.path("items")
                .forEach(user -> table.row(
                        user.path("name").asString(),
                        user.path("role").asString(),
                        user.path("suspended").asBoolean() ? "已停用" : "可登录"));
        Terminal.print(option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(users) : table.text());
        return ExitCode.OK;
    }
}
