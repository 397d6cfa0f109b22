package io.hourshare.operate.command.evidence;

import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.store.JournalReading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** Follows the journal's chain line by line; exit status 1 where it ends within a line, 2 where it does not hold. */
@Command(name = "chain", description = "核对日志的校验链：逐行相扣，改动、删除、调换都能发现；服务运行与否都可执行，不改动任何文件")
public final class ChainCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Override
    public Integer call() throws Exception {
        JournalReading reading = JournalReading.read(option.existing());
        Terminal.print(
                option.json()
                        ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer(reading))
                        : text(reading));
        if (!reading.damages().isEmpty()) {
            return ExitCode.WRONG;
        }
        return reading.torn() ? ExitCode.WARNING : ExitCode.OK;
    }

    private static Map<String, Object> answer(JournalReading reading) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("lines", reading.lines().size());
        answer.put("torn", reading.torn());
        answer.put("damages", reading.damages());
        return answer;
    }

    private static String text(JournalReading reading) {
        if (reading.damages().isEmpty()) {
            return "日志 " + reading.lines().size() + " 行，逐行相扣" + (reading.torn() ? "；末行没有写完，服务启动时会另存并补做" : "") + "\n";
        }
        TextTable table = new TextTable("文件", "行", "应为", "实为");
        reading.damages()
                .forEach(damage -> table.row(damage.file(), damage.number(), damage.expected(), damage.found()));
        return table.text() + "\n校验链不成立：请从备份恢复所列文件，其余数据保持不动；服务仍提供最后一个好的快照\n";
    }
}
