package io.hourshare.operate.command;

import picocli.CommandLine.Command;

/** Commands about evidence. */
@Command(
        name = "evidence",
        description = "证据：导出给第三方独立核对的材料",
        subcommands = {EvidenceExportCommand.class})
final class EvidenceCommand {}
