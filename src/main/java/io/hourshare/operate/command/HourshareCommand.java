package io.hourshare.operate.command;

import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.evidence.ChainCommand;
import io.hourshare.operate.command.evidence.EvidenceCommand;
import io.hourshare.operate.command.evidence.RetentionCommand;
import io.hourshare.operate.command.evidence.VerifyCommand;
import io.hourshare.operate.command.feed.FeedCommand;
import io.hourshare.operate.command.feed.QuarantineCommand;
import io.hourshare.operate.command.feed.UploadCommand;
import io.hourshare.operate.command.feed.ValidateCommand;
import io.hourshare.operate.command.identity.IdentityCommand;
import io.hourshare.operate.command.people.AuditCommand;
import io.hourshare.operate.command.people.CaseCommand;
import io.hourshare.operate.command.people.UsersCommand;
import io.hourshare.operate.command.run.HoldsCommand;
import io.hourshare.operate.command.run.PauseCommand;
import io.hourshare.operate.command.run.ReplayCommand;
import io.hourshare.operate.command.run.RunCommand;
import io.hourshare.operate.command.run.RunsCommand;
import io.hourshare.operate.command.run.WaiveCommand;
import io.hourshare.operate.command.snapshot.ExportCommand;
import io.hourshare.operate.command.snapshot.SnapshotsCommand;
import io.hourshare.operate.command.standing.BalanceCommand;
import io.hourshare.operate.command.standing.FailureCommand;
import io.hourshare.operate.command.standing.QualityCommand;
import io.hourshare.operate.command.standing.StatusCommand;
import io.hourshare.operate.command.standing.TimelinessCommand;
import io.hourshare.operate.command.start.DemoCommand;
import io.hourshare.operate.command.start.Launching;
import io.hourshare.operate.command.start.ServeCommand;
import io.hourshare.operate.command.terminal.Complaint;
import io.hourshare.operate.command.terminal.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The words of the command line. */
@Command(
        name = "hourshare",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "hourshare 0.1.0",
        description = "时享：五部门数据，每小时汇成一份企业画像",
        footer = {"", "退出码：0 正常；1 有逾期、失败、待处理或不平；2 参数或文件有误；3 无法执行（未启动、无权限、数据目录被占用）"},
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ValidateCommand.class,
            FeedCommand.class,
            StatusCommand.class,
            BalanceCommand.class,
            QualityCommand.class,
            RunCommand.class,
            RunsCommand.class,
            PauseCommand.class,
            RetentionCommand.class,
            WaiveCommand.class,
            HoldsCommand.class,
            ReplayCommand.class,
            QuarantineCommand.class,
            UploadCommand.class,
            TimelinessCommand.class,
            FailureCommand.class,
            IdentityCommand.class,
            VerifyCommand.class,
            EvidenceCommand.class,
            SnapshotsCommand.class,
            CaseCommand.class,
            ExportCommand.class,
            AuditCommand.class,
            ChainCommand.class,
            UsersCommand.class,
        })
public final class HourshareCommand {

    private HourshareCommand() {}

    /** Runs the command that the words name and answers its exit status. */
    public static int execute(Launch launch, String... words) {
        CommandLine line = new CommandLine(new HourshareCommand(), new LaunchFactory(launch))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(failure -> ExitCode.COULD_NOT);
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println(Complaint.of(failure));
            return Complaint.exitCode(failure);
        });
        line.getSubcommands().values().stream()
                .filter(command -> command.getCommand() instanceof Launching)
                .forEach(command -> command.setUnmatchedArgumentsAllowed(true));
        return line.execute(words);
    }
}
