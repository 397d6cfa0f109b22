package io.hourshare.kernel;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.List;

/**
 * How Chinese is read, without tones.
 *
 * <p>The library fills its dictionaries on the first question where other threads can see them half full; they would
 * give characters back unread. Here everybody waits until they are whole, as for any class.
 */
public final class Pinyin {

    static {
        PinyinHelper.toPinyinList('行', PinyinStyleEnum.NORMAL);
        PinyinHelper.toPinyin("银行", PinyinStyleEnum.NORMAL);
    }

    private Pinyin() {}

    /** The readings of a character, the usual one first. */
    public static List<String> of(char character) {
        return PinyinHelper.toPinyinList(character, PinyinStyleEnum.NORMAL);
    }

    /** One reading for each character, words read as a whole; what is not Chinese stays. */
    public static String of(String text, String between) {
        return PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL, between);
    }
}
