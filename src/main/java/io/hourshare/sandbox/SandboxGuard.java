package io.hourshare.sandbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps invented enterprises away from real ones: the town does not start where a real source is configured. */
public final class SandboxGuard {

    private static final String SOURCES = "hourshare.sources.";

    private SandboxGuard() {}

    /**
     * Refuses where any {@code hourshare.sources.*} property is set by somebody else than the town.
     *
     * @param configured names of all properties that are set, the town's own not among them
     */
    public static void refuseBesideRealSources(Collection<String> configured) {
        List<String> real = configured.stream()
                .filter(name -> name.startsWith(SOURCES))
                .sorted()
                .distinct()
                .toList();
        if (!real.isEmpty()) {
            throw new IllegalStateException("已配置真实数据源（" + String.join("、", real)
                    + "），不能同时启动演示城镇：演示数据是虚构的，不得与真实数据混在一起。请删除这些配置后再运行 demo，或不用 demo 直接启动服务。");
        }
    }

    /** Properties under {@code hourshare.sources.} whose values are not the town's. */
    public static void refuseOthers(Map<String, String> configured, Map<String, String> sandbox) {
        Map<String, String> others = new TreeMap<>(configured);
        others.entrySet().removeAll(sandbox.entrySet());
        refuseBesideRealSources(others.keySet());
    }
}
