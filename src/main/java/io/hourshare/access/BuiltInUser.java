package io.hourshare.access;

/**
 * Somebody who signs in with a name and a password.
 *
 * @param password as bcrypt has it, {@code $2a$…}; the password itself is nowhere kept
 */
public record BuiltInUser(String name, Role role, String password) {

    Caller caller() {
        return new Caller(name, role);
    }

    @Override
    public String toString() {
        return "BuiltInUser[" + name + ", " + role + "]";
    }
}
