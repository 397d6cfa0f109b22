package io.hourshare.resolve.world;

import java.util.Random;

/** What each department of a labelled world writes down, and how often. */
final class DepartmentHabits {

    double share(String department, int kind) {
        return switch (department) {
            case "tax" -> kind == 1 ? 0.6 : 0.82;
            case "industry" -> kind == 1 ? 0.05 : 0.3;
            case "natural" -> kind == 1 ? 0.08 : 0.22;
            default -> kind == 1 ? 0.06 : 0.25;
        };
    }

    double outsiders(String department) {
        return switch (department) {
            case "tax" -> 0.5;
            case "industry" -> 0.1;
            case "natural" -> 0.2;
            default -> 0.6;
        };
    }

    /** How likely a further record of the same enterprise is once there is one. */
    double again(String department) {
        return switch (department) {
            case "tax" -> 0.04;
            case "industry" -> 0.35;
            case "natural" -> 0.3;
            default -> 0.3;
        };
    }

    boolean site(String department) {
        return department.equals("natural") || department.equals("housing");
    }

    double address(String department) {
        return switch (department) {
            case "tax" -> 0.9;
            case "industry" -> 0.6;
            default -> 0.85;
        };
    }

    double representative(String department) {
        return switch (department) {
            case "tax" -> 0.85;
            case "industry" -> 0.5;
            case "natural" -> 0.2;
            default -> 0.35;
        };
    }

    /** Unified code, organisation code, registration number and tax number as the department fills them in. */
    String[] numbers(String department, String uscc, String registration, Random random) {
        double way = random.nextDouble();
        String org = uscc.substring(8, 17);
        String legacy = (random.nextDouble() < 0.3 ? "330401" : uscc.substring(2, 8)) + org;
        return switch (department) {
            case "tax" -> new String[] {"", "", "", way < 0.74 ? uscc : way < 0.88 ? legacy : ""};
            case "industry" -> new String[] {way < 0.6 ? uscc : "", way > 0.6 && way < 0.65 ? org : "", "", ""};
            case "natural" ->
                new String[] {
                    way < 0.45 ? uscc : "",
                    way > 0.45 && way < 0.6 ? org : "",
                    way > 0.6 && way < 0.66 ? registration : "",
                    ""
                };
            default ->
                new String[] {
                    way < 0.5 ? uscc : way < 0.65 ? uscc.substring(0, 15) : "",
                    "",
                    way > 0.65 && way < 0.7 ? registration : "",
                    ""
                };
        };
    }
}
