package io.hourshare.resolve.text;

/** Numbers the syllables of Mandarin in a way that never changes: initial times finals, in the private-use area. */
final class SoundCode {

    private static final String[] INITIALS = {
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y",
        "w"
    };
    private static final String[] FINALS = {
        "", "a", "o", "e", "i", "u", "v", "ü", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ue", "ve", "üe", "er", "an",
        "en", "in", "un", "vn", "ün", "ang", "eng", "ing", "ong", "ia", "ua", "uo", "uai", "iao", "ian", "uan", "van",
        "üan", "iang", "uang", "iong", "io", "ng", "n", "m", "g"
    };

    private SoundCode() {}

    /** A private-use character for a toneless syllable. */
    static char of(String syllable) {
        int initial = 0;
        while (initial < INITIALS.length && !syllable.startsWith(INITIALS[initial])) {
            initial++;
        }
        String rest = initial == INITIALS.length ? syllable : syllable.substring(INITIALS[initial].length());
        int last = 0;
        while (last < FINALS.length && !FINALS[last].equals(rest)) {
            last++;
        }
        return (char) ('\ue000' + initial * (FINALS.length + 1) + last);
    }
}
