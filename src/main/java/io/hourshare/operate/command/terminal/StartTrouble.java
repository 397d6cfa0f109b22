package io.hourshare.operate.command.terminal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start cannot be, where the library that refused says it in words of its own. */
final class StartTrouble {

    /** How the web server begins to say so; it looks for its folder in the data root before anybody else. */
    private static final String NO_FOLDER = "Unable to create the directory [";

    private StartTrouble() {}

    static Optional<String> of(List<Throwable> causes) {
        return causes.stream().flatMap(cause -> of(cause).stream()).findFirst();
    }

    private static Optional<String> of(Throwable cause) {
        if (cause instanceof PortInUseException taken) {
            return Optional.of("端口 " + taken.getPort() + " 已被占用；请停用占用它的程序，或用 --server.port=<端口> 另选一个");
        }
        if (cause instanceof BindException bind) {
            String value = Stream.ofNullable(bind.getProperty())
                    .map(property -> "“" + property.getValue() + "” ")
                    .findFirst()
                    .orElse("");
            return Optional.of("设置 " + bind.getName() + " 的值 " + value + "无法识别；请对照 README 的设置一节改正后再启动");
        }
        String message = cause.getMessage();
        return message != null && message.startsWith(NO_FOLDER)
                ? Optional.of(
                        "数据目录里建不了文件夹 " + message.substring(NO_FOLDER.length()).split("]")[0]
                                + "；请检查数据目录是否为文件夹、当前账号能否写入，或用 --hourshare.home 另选目录")
                : Optional.empty();
    }
}
