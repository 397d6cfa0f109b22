package io.hourshare.operate.command.identity;

import picocli.CommandLine.Command;

/** Words about who is who. */
@Command(
        name = "identity",
        description = "企业身份：哪些记录是同一家企业",
        subcommands = {
            IdentityReviewCommand.class,
            IdentityDecideCommand.class,
            IdentityDecisionsCommand.class,
            IdentityEvaluateCommand.class
        })
public final class IdentityCommand {}
