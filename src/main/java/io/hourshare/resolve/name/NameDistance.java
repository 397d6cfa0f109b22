package io.hourshare.resolve.name;

import io.hourshare.resolve.text.Characters;

/** Weighted edit distance over characters; characters of one sound or one shape are almost the same. */
final class NameDistance {

    /** Cost of putting a character of the same sound or shape. */
    static final double ALIKE = 0.25;

    /** Cost of two neighbours that changed places. */
    static final double SWAP = 0.5;

    private final Characters characters;

    NameDistance(Characters characters) {
        this.characters = characters;
    }

    /** The distance, or something above {@code limit} as soon as it cannot be less. */
    double between(String one, String other, double limit) {
        if (one.equals(other)) {
            return 0;
        }
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        double[][] rows = new double[3][other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            double[] row = rows[i % 3];
            row[0] = i;
            double least = i;
            for (int j = 1; j <= other.length(); j++) {
                row[j] = step(one, other, i, j, rows);
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
        }
        return rows[one.length() % 3][other.length()];
    }

    private double step(String one, String other, int i, int j, double[][] rows) {
        double[] above = rows[(i + 2) % 3];
        char left = one.charAt(i - 1);
        char right = other.charAt(j - 1);
        double best = Math.min(above[j - 1] + substitution(left, right), Math.min(above[j], rows[i % 3][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && left != right && left == other.charAt(j - 2) && right == one.charAt(i - 2);
        return swapped ? Math.min(best, rows[(i + 1) % 3][j - 2] + SWAP) : best;
    }

    private double substitution(char one, char other) {
        if (one == other) {
            return 0;
        }
        return characters.soundAlike(one, other) || characters.lookAlike(one, other) ? ALIKE : 1;
    }
}
