package io.hourshare.operate.command.evidence;

import picocli.CommandLine.Command;

/** Commands about evidence. */
@Command(
        name = "evidence",
        description = "证据：导出给第三方独立核对的材料",
        subcommands = {EvidenceExportCommand.class})
public final class EvidenceCommand {}
