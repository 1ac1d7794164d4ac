package io.loupe.vision.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PictureGroupsTest {
    @Test
    void picturesOfOnePartAreNeighbours() {
        PictureGroups groups = new PictureGroups(List.of(1, 3, 2));

        assertThat(groups.count()).isEqualTo(3);
        assertThat(groups.pictureCount()).isEqualTo(6);
        assertThat(groups.ranges())
                .containsExactly(new PictureRange(0, 1), new PictureRange(1, 4), new PictureRange(4, 6));
        assertThat(groups.rangeOfEach()).element(2).isEqualTo(new PictureRange(1, 4));
    }

    @Test
    void picturesOfWhichNothingIsKnownShowAPartEach() {
        assertThat(PictureGroups.single(3).rangeOfEach())
                .containsExactly(PictureRange.of(0), PictureRange.of(1), PictureRange.of(2));
    }

    @Test
    void refusesWhatIsNoGroupOrRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PictureGroups(List.of(2, 0)))
                .withMessageContaining("sizes [2, 0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PictureRange(3, 2))
                .withMessageContaining("got 3 to 2");
    }
}
