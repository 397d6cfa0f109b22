package io.hourshare.serve.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an enterprise was found; the order is the order of the list. */
public enum MatchReason {
    CODE("代码一致"),
    NAME("名称一致"),
    FORMER_NAME("曾用名一致"),
    NAME_PREFIX("名称开头"),
    BRAND("字号"),
    LEGAL_REPRESENTATIVE("法定代表人同名"),
    NAME_PART("名称包含"),
    PINYIN("拼音"),
    INITIALS("拼音首字母"),
    FORMER_NAME_PART("曾用名包含"),
    CODE_PART("代码包含"),
    NAME_ABBREVIATION("名称缩写"),
    CODE_SIMILAR("代码相近"),
    SIMILAR("名称相近"),
    ADDRESS("地址包含"),
    LISTED("列表");

    private final String title;

    MatchReason(String title) {
        this.title = title;
    }

    /** What it is called on the screen. */
    public String title() {
        return title;
    }

    /** Which column of the index the matched row belongs to. */
    public TextColumn matchedIn(SearchIndex index) {
        return switch (this) {
            case CODE, CODE_PART, CODE_SIMILAR -> index.codes();
            case LEGAL_REPRESENTATIVE -> index.people();
            case ADDRESS -> index.addresses();
            case NAME,
                    FORMER_NAME,
                    NAME_PREFIX,
                    BRAND,
                    NAME_PART,
                    PINYIN,
                    INITIALS,
                    FORMER_NAME_PART,
                    NAME_ABBREVIATION,
                    SIMILAR,
                    LISTED -> index.names();
        };
    }

    /** The word in answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
