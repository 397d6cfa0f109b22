package io.hourshare.pull.session;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import io.hourshare.land.LandingLimitException;
import io.hourshare.pull.PullFailedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.springframework.dao.DataAccessException;

/** Tells from an exception's causes what happened to a pull. */
public final class Failures {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private Failures() {}

    public static PullFailedException of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof PullFailedException known) {
                return known;
            }
        }
        PullReason reason = reason(causes);
        return reason.failure(describe(causes.get(0), reason), failure);
    }

    private static PullReason reason(List<Throwable> causes) {
        for (Throwable cause : causes) {
            PullReason reason = reason(cause);
            if (reason != null) {
                return reason;
            }
        }
        return PullReason.UNEXPECTED;
    }

    private static @org.jspecify.annotations.Nullable PullReason reason(Throwable cause) {
        if (cause instanceof LandingLimitException) {
            return PullReason.TOO_LARGE;
        } else if (cause instanceof SSLException) {
            return PullReason.SOURCE_UNTRUSTED;
        } else if (cause instanceof SocketTimeoutException || cause instanceof InterruptedIOException) {
            return PullReason.SOURCE_TIMEOUT;
        } else if (cause instanceof ConnectionClosedException || cause instanceof MalformedChunkCodingException) {
            return PullReason.TRUNCATED;
        } else if (cause instanceof UnknownHostException || cause instanceof SocketException) {
            return PullReason.SOURCE_UNREACHABLE;
        } else if (cause instanceof FileNotFoundException) {
            return PullReason.NOT_FOUND;
        } else if (cause instanceof FileSystemException) {
            return PullReason.LANDING_FAILED;
        } else if (cause instanceof SftpException sftp) {
            return sftp.id == ChannelSftp.SSH_FX_NO_SUCH_FILE ? PullReason.NOT_FOUND : PullReason.SOURCE_ERROR;
        } else if (cause instanceof JSchHostKeyException) {
            return PullReason.SOURCE_UNTRUSTED;
        } else if (cause instanceof JSchException login) {
            return String.valueOf(login.getMessage()).startsWith("Auth")
                    ? PullReason.SOURCE_REFUSED
                    : PullReason.SOURCE_UNREACHABLE;
        } else if (cause instanceof SQLException sql) {
            return reason(sql);
        } else if (cause instanceof ResolveEndpointFailedException) {
            return PullReason.ROUTE_BROKEN;
        } else if (cause instanceof DataAccessException) {
            return PullReason.QUERY_FAILED;
        }
        return cause instanceof IOException ? PullReason.TRUNCATED : null;
    }

    private static PullReason reason(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("08") || state.startsWith("90067")) {
            return PullReason.SOURCE_UNREACHABLE;
        } else if (state.startsWith("28")) {
            return PullReason.SOURCE_REFUSED;
        }
        return state.equals("57014") || failure instanceof java.sql.SQLTimeoutException
                ? PullReason.SOURCE_TIMEOUT
                : PullReason.QUERY_FAILED;
    }

    /** Deepest first: the first cause says more than what wrapped it. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            causes.add(0, cause);
        }
        return causes;
    }

    /** In our words, and what the machine said behind them. */
    private static String describe(Throwable cause, PullReason reason) {
        if (cause instanceof JSchHostKeyException) {
            return "服务器的主机公钥与首次连接时记下的不同（可能换了机器，也可能有人冒充）；请向来源部门核实新公钥，再改正主机公钥文件 known_hosts";
        }
        Optional<String> unproven = Unproven.words(cause);
        if (unproven.isPresent()) {
            return unproven.get();
        }
        String message = cause.getMessage();
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        String said = cause.getClass().getSimpleName() + (line.isEmpty() ? "" : "：" + line);
        return HAN.matcher(line).find() ? line : words(reason) + "（" + said + "）";
    }

    private static String words(PullReason reason) {
        return switch (reason) {
            case SOURCE_UNREACHABLE -> "连接不上来源";
            case SOURCE_TIMEOUT -> "来源没有应答";
            case SOURCE_UNTRUSTED -> "来源的身份无法确认";
            case SOURCE_REFUSED -> "来源不让登录";
            case SOURCE_ERROR -> "来源报错";
            case NOT_FOUND -> "来源那里找不到";
            case TRUNCATED -> "传输中途断了";
            case QUERY_FAILED -> "数据库不接受这个查询";
            case LANDING_FAILED -> "本机存不下来";
            case ROUTE_BROKEN -> "路由建不起来";
            case TOO_LARGE -> "内容太大";
            default -> "取数中途出错";
        };
    }
}
