package io.hourshare.operate.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves real sources; lives until it is stopped. */
@Command(name = "serve", description = "对接真实数据源并提供服务（不带命令时即此）", aliases = "start")
final class ServeCommand implements Callable<Integer>, Launching {

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
