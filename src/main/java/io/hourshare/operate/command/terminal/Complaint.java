package io.hourshare.operate.command.terminal;

import io.hourshare.contract.UnknownNameException;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.serve.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.http.HttpStatus;

/** What went wrong, in one line: the first cause in our words, and what the machine said beneath it. */
public final class Complaint {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private static final int DEEPEST = 20;

    /** Malformed, not found, not acceptable as it is. */
    private static final Set<Integer> WRONG = Set.of(400, 404, 422);

    private Complaint() {}

    public static String of(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        Throwable deepest = causes.get(causes.size() - 1);
        if (deepest instanceof RunRefusedException refused) {
            return of(refused.code(), words(refused));
        }
        if (deepest instanceof UnknownNameException unknown) {
            return of(unknown.code(), words(unknown));
        }
        if (deepest instanceof RefusedException refused) {
            return of(refused.code(), words(refused));
        }
        Optional<String> start = StartTrouble.of(causes);
        if (start.isPresent()) {
            return "错误：" + start.get();
        }
        String ours = causes.stream()
                .map(Complaint::words)
                .filter(message -> HAN.matcher(message).find())
                .findFirst()
                .orElse(words(deepest));
        return "错误：" + (ours.contains(words(deepest)) ? ours : ours + "（" + words(deepest) + "）");
    }

    /** Settings, and what was asked wrongly, are the person's to correct; the rest is what the machine refuses. */
    public static int exitCode(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .limit(DEEPEST)
                        .anyMatch(Complaint::isAskedWrongly)
                ? ExitCode.WRONG
                : ExitCode.COULD_NOT;
    }

    private static boolean isAskedWrongly(Throwable cause) {
        HttpStatus status = cause instanceof RunRefusedException run
                ? run.status()
                : cause instanceof RefusedException refused ? refused.status() : null;
        return cause instanceof BindException
                || cause instanceof UnknownNameException
                || status != null && WRONG.contains(status.value());
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** A refusal, under the code that the REST interface answers too. */
    public static String of(String code, String detail) {
        return "错误：" + detail + "（" + code + "）";
    }
}
