package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F48")
class TurningTest {

    private static final List<Integer> MANY = IntStream.range(0, 250).boxed().toList();

    @Test
    void oneListIsTurnedAndEveryOtherShowsItsFirstPage() {
        Turning turning = new Turning("licence", 3);

        assertThat(turning.of("licence", MANY).shown()).isEqualTo(MANY.subList(200, 250));
        assertThat(turning.of("licence", MANY).last()).isEqualTo(3);
        assertThat(turning.of("penalty", MANY).shown()).isEqualTo(MANY.subList(0, 100));
    }

    @Test
    void aPageThatIsNotThereIsTheNearestOne() {
        assertThat(new Turning("licence", 99).of("licence", MANY).number()).isEqualTo(3);
        assertThat(new Turning("licence", -1).of("licence", MANY).number()).isEqualTo(1);
        assertThat(new Turning("licence", 7).of("licence", List.of()).isWhole()).isTrue();
    }
}
