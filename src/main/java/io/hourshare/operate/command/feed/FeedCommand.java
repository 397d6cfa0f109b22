package io.hourshare.operate.command.feed;

import picocli.CommandLine.Command;

/** Words for those who connect a new feed. */
@Command(
        name = "feed",
        description = "接入数据源：new 由样本起草三个文件，try 用样本试算",
        subcommands = {FeedNewCommand.class, FeedTryCommand.class})
public final class FeedCommand {

    private FeedCommand() {}
}
