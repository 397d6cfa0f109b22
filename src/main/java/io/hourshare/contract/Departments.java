package io.hourshare.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whom one can ask: every department that has a feed, called as its feeds' contracts call who answers for them. */
public final class Departments {

    /** A shorter beginning names nobody. */
    private static final int SHORTEST = 3;

    private final Map<String, String> titles = new TreeMap<>();

    public Departments(Catalogue catalogue) {
        Map<String, List<String>> owners = new TreeMap<>();
        catalogue
                .feeds()
                .forEach(feed -> owners.computeIfAbsent(feed.id().department(), department -> new ArrayList<>())
                        .add(feed.contract().owner()));
        owners.forEach((department, posts) -> titles.put(department, title(department, posts)));
    }

    /** By name, with title. */
    public Map<String, String> all() {
        return Collections.unmodifiableMap(titles);
    }

    public String title(String department) {
        return titles.getOrDefault(department, department);
    }

    /** What the posts have in common is the department that they belong to. */
    private static String title(String department, List<String> posts) {
        String common = posts.stream().reduce(Departments::beginning).orElse("");
        String title = common.length() >= SHORTEST ? common : posts.get(0);
        return title.isBlank() ? department : title;
    }

    private static String beginning(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return one.substring(0, same);
    }
}
