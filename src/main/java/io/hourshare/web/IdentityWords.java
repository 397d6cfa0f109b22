package io.hourshare.web;

import org.jspecify.annotations.Nullable;

/** Says what happened to an enterprise's identity. */
final class IdentityWords {

    private IdentityWords() {}

    /** @param decision the operators' decision behind it, if any; {@code cause} says whether it was taken back */
    static String of(
            String kind, String subject, @Nullable String other, @Nullable String cause, @Nullable String decision) {
        String what = switch (kind) {
            case "merge" -> "企业标识 " + subject + " 并入 " + other;
            case "split" -> "企业标识 " + subject + " 自 " + other + " 拆出";
            case "unlink" -> "一条记录不再归入本企业";
            default -> "一条记录改为归入本企业";
        };
        if (decision == null) {
            return what;
        }
        return what + "（人工判定 " + decision + ("withdrawn".equals(cause) ? " 已撤回）" : "）");
    }
}
