package io.hourshare.contract.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the parser complains of, in the words of those who write the files. */
final class YamlWords {

    private static final Map<String, String> CAUSES = new LinkedHashMap<>();

    static {
        CAUSES.put("\\t(TAB)", "这里用了制表符");
        CAUSES.put("could not find expected ':'", "键的后面没有半角冒号和空格");
        CAUSES.put("expected ',' or '}'", "花括号里缺少半角逗号，或没有用 } 关上");
        CAUSES.put("expected ',' or ']'", "方括号里缺少半角逗号，或没有用 ] 关上");
        CAUSES.put("mapping values are not allowed here", "一行里出现了第二个“: ”；值里有冒号和空格的要加引号");
        CAUSES.put("expected <block end>", "这一行的缩进与上文对不齐");
        CAUSES.put("unexpected end of stream", "引号没有关上，文件就结束了");
        CAUSES.put("found another document", "文件里有第二份文档（---）");
        CAUSES.put("unknown escape character", "双引号里的反斜杠写法不认识，改用单引号");
        CAUSES.put("undefined alias", "用 * 引用了没有定义的名称；以 * 开头的值要加引号");
        CAUSES.put("aliases", "用了 & 与 * 的引用");
        CAUSES.put("special characters", "文件里有不可见的控制字符");
        CAUSES.put("that cannot start any token", "值不能以这个字符开头，要加引号");
    }

    private YamlWords() {}

    /** The cause in Chinese; one that is not known here stands as the parser words it. */
    static String cause(String complaint) {
        return CAUSES.entrySet().stream()
                .filter(one -> complaint.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("语法不通（" + complaint + "）");
    }
}
