package io.hourshare.operate.command.start;

import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.desk.LocalServer;
import io.hourshare.operate.command.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves real sources; lives until it is stopped. */
@Command(name = "serve", description = "对接真实数据源并提供服务（不带命令时即此）", aliases = "start")
public final class ServeCommand implements Callable<Integer>, Launching {

    private final Launch launch;

    ServeCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() {
        LocalServer.starting().run(properties -> launch.server(properties, context -> {}));
        return ExitCode.OK;
    }
}
