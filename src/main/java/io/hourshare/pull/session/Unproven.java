package io.hourshare.pull.session;

import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a source lacks that does not prove who it is, in words. */
final class Unproven {

    private static final Pattern HOST =
            Pattern.compile("No (?:subject alternative|name) .*?matching (?:IP address )?(\\S+) found");
    private static final Pattern DAY = Pattern.compile("NotAfter: \\w{3} (\\w{3} \\d{2}) .*?(\\d{4})");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("MMM dd yyyy", Locale.ENGLISH);

    private Unproven() {}

    /** Empty where the cause is of another kind. */
    static Optional<String> words(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        if (cause instanceof CertificateExpiredException) {
            return Optional.of("来源的证书已于 " + day(message) + " 到期；请来源部门换上新证书");
        } else if (cause instanceof CertificateNotYetValidException) {
            return Optional.of("来源的证书还没有生效（" + message + "）；请核对双方的时钟");
        } else if (cause instanceof CertPathBuilderException) {
            return Optional.of(
                    "来源的证书不是本机信任的机构签发的（自签名，或缺中间证书）；向来源部门核实后，" + "把它的根证书导入本机的信任库（启动参数 -Djavax.net.ssl.trustStore）");
        } else if (cause instanceof SSLPeerUnverifiedException) {
            return Optional.of("来源的证书不是发给这个主机名的（" + message + "）；请核对地址");
        } else if (cause instanceof UnknownHostException) {
            return Optional.of("主机名 " + message.lines().findFirst().orElse("").replaceFirst(":.*", "") + " 解析不到");
        }
        Matcher host = HOST.matcher(message);
        return cause instanceof CertificateException && host.find()
                ? Optional.of("来源的证书不是发给 " + host.group(1) + " 这个主机名的；请核对地址")
                : Optional.empty();
    }

    private static String day(String message) {
        Matcher told = DAY.matcher(message);
        try {
            return told.find()
                    ? LocalDate.parse(told.group(1) + " " + told.group(2), WRITTEN)
                            .toString()
                    : message;
        } catch (DateTimeException otherForm) {
            return message;
        }
    }
}
