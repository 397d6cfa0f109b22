package io.hourshare.operate.command.run;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.decision.Waivers;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says that windows of a feed need not come. */
@Command(name = "waive", description = "免报：声明一个数据源缺失、失败或待处理的时段不必再来")
public final class WaiveCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Mixin
    private final WindowsOption windows = new WindowsOption();

    WaiveCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        desk.print(desk.post(windows.path("waive"), windows.body(), this::alone), PlanTable::text);
        return ExitCode.OK;
    }

    private Object alone(ApplicationContext context) {
        Waivers waivers = context.getBean(Waivers.class);
        return windows.dryRun()
                ? waivers.preview(windows.feed(), windows.first(), windows.last())
                : waivers.waive(windows.feed(), windows.first(), windows.last(), Desk.actor(), windows.reason());
    }
}
