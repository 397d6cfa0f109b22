package io.hourshare.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a contract can let pass, or have held for a person, when a delivery is not as usual. */
public enum Watch {
    ADDED("新增列", false),
    REMOVED("缺列", true),
    RENAMED("列改名", true),
    RETYPED("类型变化", true),
    UNIT("单位变化", true),
    ENUMERATION("枚举新增", false),
    DISTRIBUTION("分布变化", false),
    ZERO("零行", true),
    RISE("激增", true),
    DROP("骤减", true),
    REPEAT("重复报送", true),
    FULL_LIST("全量当增量", true);

    private final String title;
    private final boolean held;

    Watch(String title, boolean held) {
        this.title = title;
        this.held = held;
    }

    public String title() {
        return title;
    }

    /** Whether it is held where the contract says nothing. */
    public boolean heldUnlessSaid() {
        return held;
    }

    /** The contract's word: {@code onAdded}, {@code onFullList}. */
    public String word() {
        StringBuilder word = new StringBuilder("on");
        for (String part : name().split("_")) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }

    /** Every word. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Watch::word).toList();
    }
}
