package io.hourshare.sandbox.world;

import java.time.Instant;

/** A change that the register has on file. */
public record Change(Item item, long ordinal, Instant at, String before, String after) {

    /** What was changed, with the register's code. */
    public enum Item {
        NAME("01", "名称变更"),
        ADDRESS("02", "住所（经营场所）变更"),
        CAPITAL("05", "注册资本变更");

        private final String code;
        private final String title;

        Item(String code, String title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }
}
