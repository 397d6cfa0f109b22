package io.hourshare.serve.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Uscc;
import io.hourshare.serve.snapshot.ServedSnapshots;
import io.hourshare.serve.snapshot.SnapshotFixture;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCheckTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String KNOWN = "91330482MA2BXK7N3H";

    @TempDir
    static Path home;

    private static CodeCheck check;

    @BeforeAll
    static void publish() throws Exception {
        SnapshotFixture snapshots = new SnapshotFixture(home);
        snapshots.publish(
                1, session -> SnapshotFixture.add(session, "HS-A", code(KNOWN), "示范县长安机械有限公司", "", "新华路 88 号", true));
        ServedSnapshots served = snapshots.served();
        check = new CodeCheck(new Profiles(served, null, null, java.util.Optional::empty));
    }

    @Test
    void catchesEveryOneOfAThousandSlips() {
        Random dice = new Random(20261122);
        for (int i = 0; i < 1_000; i++) {
            String right = code("9133" + "%04d".formatted(dice.nextInt(10_000)) + letters(dice, 9));
            String typed = i % 2 == 0 ? substituted(right, dice) : swapped(right, dice);

            CodeCheck.Advice advice = check.check(typed);

            assertThat(advice.asked() && !advice.valid())
                    .as(right + " typed " + typed)
                    .isTrue();
        }
    }

    @Test
    void proposesWhatWasMeantByLookAlikeLettersAndSwappedPairs() {
        String right = code("913304820100234K5");
        String letters = right.replace('0', 'O').replace('1', 'I');
        String swapped = right.substring(0, 8) + right.charAt(9) + right.charAt(8) + right.substring(10);

        assertThat(check.check(letters).slips())
                .extracting(CodeCheck.Slip::code)
                .contains(right);
        assertThat(check.check(swapped).slips())
                .extracting(CodeCheck.Slip::code)
                .contains(right);
    }

    @Test
    void namesAnEnterpriseThatIsThereFirst() {
        String right = code(KNOWN);
        String typed = right.substring(0, 6) + right.charAt(7) + right.charAt(6) + right.substring(8);

        assertThat(check.check(typed).slips().get(0).known()).isTrue();
        assertThat(check.check(typed).slips().get(0).code()).isEqualTo(right);
    }

    @Test
    void takesFullWidthAndBlanksForWhatTheyAre() {
        String right = code(KNOWN);

        assertThat(check.check(" " + right.substring(0, 4) + " "
                                + right.substring(4).toLowerCase() + "　")
                        .valid())
                .isTrue();
    }

    @Test
    void saysNothingAboutNamesAndNumbersOfOtherKinds() {
        assertThat(check.check("长安精密机械").asked()).isFalse();
        assertThat(check.check("changan").asked()).isFalse();
        assertThat(check.check("330482000012345").asked()).isFalse();
    }

    private static String letters(Random dice, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(dice.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String code(String seventeen) {
        String body = seventeen.substring(0, 17);
        return body + Uscc.checkCharacter(body);
    }

    private static String substituted(String code, Random dice) {
        int place = dice.nextInt(18);
        char other = ALPHABET.charAt(dice.nextInt(ALPHABET.length()));
        return other == code.charAt(place)
                ? substituted(code, dice)
                : code.substring(0, place) + other + code.substring(place + 1);
    }

    private static String swapped(String code, Random dice) {
        int place = dice.nextInt(17);
        return code.charAt(place) == code.charAt(place + 1)
                ? swapped(code, dice)
                : code.substring(0, place) + code.charAt(place + 1) + code.charAt(place) + code.substring(place + 2);
    }
}
