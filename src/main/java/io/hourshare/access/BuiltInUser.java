package io.hourshare.access;

/**
 * Somebody who signs in with a name and a password.
 *
 * @param password as bcrypt has it, {@code $2a$…}; the password itself is nowhere kept
 * @param suspended whether signing in is refused until an administrator says otherwise
 */
public record BuiltInUser(String name, Role role, String password, boolean suspended) {

    Caller caller() {
        return new Caller(name, role);
    }

    BuiltInUser with(Role other) {
        return new BuiltInUser(name, other, password, suspended);
    }

    BuiltInUser with(String otherPassword) {
        return new BuiltInUser(name, role, otherPassword, suspended);
    }

    BuiltInUser suspended(boolean now) {
        return new BuiltInUser(name, role, password, now);
    }

    boolean administers() {
        return role == Role.ADMINISTRATOR && !suspended;
    }

    @Override
    public String toString() {
        return "BuiltInUser[" + name + ", " + role + "]";
    }
}
