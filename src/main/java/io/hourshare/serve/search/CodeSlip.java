package io.hourshare.serve.search;

/** Recognises a code that was mistyped once: one wrong, missing or further character, or two that changed places. */
final class CodeSlip {

    /** Shorter ones have too many neighbours. */
    static final int SHORTEST = 9;

    private final String typed;

    CodeSlip(String typed) {
        this.typed = typed;
    }

    boolean isSlipOf(TextColumn codes, int row) {
        int longer = codes.length(row) - typed.length();
        int same = 0;
        while (same < typed.length() && same < codes.length(row) && codes.at(row, same) == typed.charAt(same)) {
            same++;
        }
        return switch (longer) {
            case 0 -> agree(codes, row, same + 1, same + 1) || swapped(codes, row, same);
            case 1 -> agree(codes, row, same + 1, same);
            case -1 -> agree(codes, row, same, same + 1);
            default -> false;
        };
    }

    private boolean swapped(TextColumn codes, int row, int place) {
        return place + 1 < typed.length()
                && codes.at(row, place) == typed.charAt(place + 1)
                && codes.at(row, place + 1) == typed.charAt(place)
                && agree(codes, row, place + 2, place + 2);
    }

    /** Whether the code from one place on is what was typed from another on. */
    private boolean agree(TextColumn codes, int row, int place, int typedPlace) {
        int further = codes.length(row) - place;
        if (further != typed.length() - typedPlace) {
            return false;
        }
        for (int i = 0; i < further; i++) {
            if (codes.at(row, place + i) != typed.charAt(typedPlace + i)) {
                return false;
            }
        }
        return true;
    }
}
