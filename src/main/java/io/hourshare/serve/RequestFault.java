package io.hourshare.serve;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is wrong with a request that no controller could take, and what to do.
 *
 * @param code stable word in lower-kebab
 * @param detail in Chinese: cause and remedy
 */
record RequestFault(String code, String detail) {

    private static final String LOOK_UP = "请对照接口文档 /api/v1/openapi 修改。";

    static RequestFault of(Exception exception) {
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return parameter("参数 " + mismatch.getName() + " 的值“" + mismatch.getValue() + "”应为"
                    + kind(mismatch.getRequiredType()));
        }
        if (exception instanceof MissingServletRequestParameterException missing) {
            return parameter("缺少参数 " + missing.getParameterName());
        }
        if (exception instanceof HttpMessageNotReadableException unreadable) {
            return body(unreadable.getCause());
        }
        if (exception instanceof HttpRequestMethodNotSupportedException method) {
            return request("此路径不接受 " + method.getMethod() + "，可用 " + listed(method.getSupportedHttpMethods()));
        }
        if (exception instanceof HttpMediaTypeNotSupportedException media) {
            return request("此路径不接受内容类型“" + media.getContentType() + "”，请求头 Content-Type 应为 "
                    + listed(media.getSupportedMediaTypes()));
        }
        return request("请求的路径、方法、参数或内容类型不合接口要求");
    }

    /** Names that a request carries and nobody reads: a mistyped dryRun would do the real thing. */
    static RequestFault unknown(String where, Collection<String> given, @Nullable Collection<?> known) {
        return parameter(where + "“" + String.join("”“", given) + "”不是这个接口的，没有执行任何动作；可用的有 " + listed(known));
    }

    /** A body that nobody reads. */
    static RequestFault unreadBody(Collection<?> known) {
        return request("这个接口不读请求正文，没有执行任何动作" + (known.isEmpty() ? "" : "；请改用地址里的参数 " + listed(known)));
    }

    private static RequestFault body(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return unknown("请求正文里的", Set.of(unknown.getPropertyName()), unknown.getKnownPropertyIds());
        }
        if (cause instanceof MismatchedInputException mismatch) {
            return parameter("请求正文里的“" + path(mismatch) + "”应为" + kind(mismatch.getTargetType()));
        }
        if (cause instanceof StreamReadException broken) {
            return request("请求正文不是完整的 JSON，错在" + place(broken.getLocation()));
        }
        return request("缺少 JSON 正文");
    }

    private static String path(JacksonException mismatch) {
        return mismatch.getPath().stream()
                .map(Reference::getPropertyName)
                .map(name -> name == null ? "[]" : name)
                .collect(Collectors.joining("."));
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "开头" : "第 " + location.getLineNr() + " 行第 " + location.getColumnNr() + " 个字符";
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "另一种写法";
        }
        if (type == Boolean.class || type == boolean.class) {
            return " true 或 false";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return "数字";
        }
        return Collection.class.isAssignableFrom(type) ? "列表" : type == String.class ? "文字" : "另一种写法";
    }

    private static String listed(@Nullable Collection<?> names) {
        return names == null
                ? ""
                : names.stream().map(String::valueOf).distinct().sorted().collect(Collectors.joining("、"));
    }

    private static RequestFault parameter(String cause) {
        return new RequestFault("bad-parameter", cause + "；" + LOOK_UP);
    }

    private static RequestFault request(String cause) {
        return new RequestFault("bad-request", cause + "；" + LOOK_UP);
    }
}
