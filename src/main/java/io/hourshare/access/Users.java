package io.hourshare.access;

import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.UserChanged;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Everybody who signs in with a password: those of the configuration, which stand as they are, and those that
 * administrators keep. Every change is in the audit chain. Safe for use by many threads.
 */
public final class Users {

    /** Without letters and digits that are taken for each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GENERATED_LENGTH = 16;
    private static final int SHORTEST = 10;

    /** bcrypt reads no further. */
    private static final int LONGEST_BYTES = 72;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{2,40}");

    private final Map<String, BuiltInUser> configured;
    private final Map<String, BuiltInUser> kept;
    private final UserFile file;
    private final Journal journal;
    private final SecureRandom random = new SecureRandom();
    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();

    Users(List<BuiltInUser> configured, UserFile file, Journal journal) {
        this.configured = configured.stream().collect(Collectors.toUnmodifiableMap(BuiltInUser::name, user -> user));
        this.file = file;
        this.kept = file.read();
        this.journal = journal;
    }

    /** Somebody as administrators see them. */
    public record Listed(String name, Role role, boolean suspended, boolean configured) {}

    public synchronized List<Listed> all() {
        List<Listed> all = new ArrayList<>();
        configured.values().forEach(user -> all.add(new Listed(user.name(), user.role(), user.suspended(), true)));
        kept.values().forEach(user -> all.add(new Listed(user.name(), user.role(), user.suspended(), false)));
        return all.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** Adds somebody and answers a random password, which is nowhere kept. */
    public synchronized String add(String name, Role role, String actor) {
        if (!NAME.matcher(name).matches()) {
            throw new UserRefusedException("user-name", "用户名须为 2 到 40 个字，可用汉字、字母、数字、点、横线与下划线");
        }
        if (find(name).isPresent()) {
            throw new UserRefusedException("user-exists", "已有用户“" + name + "”；请换一个用户名，或为该用户重设密码");
        }
        String password = generated();
        kept.put(name, new BuiltInUser(name, role, hash(password), false));
        changed(actor, name, "ADDED", role.title());
        return password;
    }

    /** Gives somebody a new random password and answers it. */
    public synchronized String reset(String name, String actor) {
        String password = generated();
        change(name, actor, "PASSWORD_RESET", "", user -> user.with(hash(password)));
        return password;
    }

    public synchronized void assign(String name, Role role, String actor) {
        change(name, actor, "ROLE", role.title(), user -> user.with(role));
    }

    public synchronized void suspend(String name, boolean suspended, String actor) {
        change(name, actor, suspended ? "SUSPENDED" : "READMITTED", "", user -> user.suspended(suspended));
    }

    /** Lets somebody choose a password of their own. */
    public synchronized void choose(String name, String present, String wanted) {
        BuiltInUser user = kept(name);
        if (!passwords.matches(present, user.password())) {
            throw new UserRefusedException("password-wrong", "现在的密码不正确，请核对后重新输入");
        }
        int bytes = wanted.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (wanted.length() < SHORTEST || bytes > LONGEST_BYTES || wanted.equals(present) || wanted.contains(name)) {
            throw new UserRefusedException("password-weak", "新密码须不少于 " + SHORTEST + " 个字、不含用户名、与现在的不同，且不过长");
        }
        change(name, name, "PASSWORD_CHANGED", "", known -> known.with(hash(wanted)));
    }

    synchronized Optional<BuiltInUser> find(String name) {
        return Optional.ofNullable(configured.getOrDefault(name, kept.get(name)));
    }

    /** Whether somebody who signed in earlier still is who they were then. */
    synchronized boolean isCurrent(Caller caller) {
        return find(caller.name())
                .filter(user -> !user.suspended() && user.role() == caller.role())
                .isPresent();
    }

    /** The password of the first administrator where nobody could administer yet. */
    synchronized Optional<String> addFirstAdministrator(String name) {
        boolean somebody = configured.values().stream().anyMatch(BuiltInUser::administers);
        return somebody || file.exists() ? Optional.empty() : Optional.of(add(name, Role.ADMINISTRATOR, "首次启动"));
    }

    private void change(String name, String actor, String change, String detail, UnaryOperator<BuiltInUser> how) {
        BuiltInUser before = kept(name);
        BuiltInUser after = how.apply(before);
        if (before.administers() && !after.administers() && others(name).noneMatch(BuiltInUser::administers)) {
            throw new UserRefusedException("last-administrator", "这是最后一位系统管理员，不能停用或改作其他角色；请先设另一位系统管理员");
        }
        kept.put(name, after);
        changed(actor, name, change, detail);
    }

    private java.util.stream.Stream<BuiltInUser> others(String name) {
        return java.util.stream.Stream.concat(configured.values().stream(), kept.values().stream())
                .filter(user -> !user.name().equals(name));
    }

    private BuiltInUser kept(String name) {
        BuiltInUser user = kept.get(name);
        if (user == null) {
            throw new UserRefusedException(
                    "user-unknown",
                    configured.containsKey(name) ? "用户“" + name + "”写在配置文件里，请在配置中修改" : "没有用户“" + name + "”，请核对用户名");
        }
        return user;
    }

    private void changed(String actor, String name, String change, String detail) {
        journal.append(new UserChanged(actor, name, change, detail));
        file.write(kept.values());
    }

    private String hash(String password) {
        return String.valueOf(passwords.encode(password));
    }

    private String generated() {
        return random.ints(GENERATED_LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
