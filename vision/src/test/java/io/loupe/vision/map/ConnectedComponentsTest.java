package io.loupe.vision.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.BinaryMask;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConnectedComponentsTest {
    @Test
    void cornersConnect() {
        ConnectedComponents components = ConnectedComponents.of(mask("#.#", ".#.", "#.#"));
        assertThat(components.count()).isEqualTo(1);
        assertThat(components.areas()).containsExactly(4, 5);
    }

    @Test
    void bordersOfThePictureDoNotConnect() {
        assertThat(ConnectedComponents.of(mask("..#", "#..", "..#")).count()).isEqualTo(3);
    }

    @Test
    void armsThatMeetLaterAreOneComponent() {
        ConnectedComponents components = ConnectedComponents.of(mask("#.#.#", "#.#.#", "#####", ".....", "##.##"));
        assertThat(components.count()).isEqualTo(3);
        assertThat(components.areas()).containsExactly(10, 11, 2, 2);
    }

    @Test
    void nothingSetIsNoComponent() {
        assertThat(ConnectedComponents.of(BinaryMask.empty(3, 4)).count()).isZero();
    }

    @Test
    void holdsAsManyLabelsAsCanBeApart() {
        assertThat(ConnectedComponents.of(mask("#.#", "...", "#.#")).count()).isEqualTo(4);
    }

    @Seeded
    @Test
    void agreesWithFloodFill(Random random) {
        for (int round = 0; round < 200; round++) {
            int height = 1 + random.nextInt(14);
            int width = 1 + random.nextInt(14);
            double share = random.nextDouble();
            boolean[] pixels = new boolean[height * width];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = random.nextDouble() < share;
            }
            ConnectedComponents components = ConnectedComponents.of(BinaryMask.wrap(height, width, pixels));
            assertThat(components.labels()).isEqualTo(floodFill(height, width, pixels));
        }
    }

    private static int[] floodFill(int height, int width, boolean[] pixels) {
        int[] labels = new int[pixels.length];
        int count = 0;
        for (int start = 0; start < pixels.length; start++) {
            if (!pixels[start] || labels[start] != 0) {
                continue;
            }
            count++;
            labels[start] = count;
            Deque<Integer> open = new ArrayDeque<>();
            open.push(start);
            while (!open.isEmpty()) {
                int at = open.pop();
                for (int row = Math.max(0, at / width - 1); row <= Math.min(height - 1, at / width + 1); row++) {
                    for (int column = Math.max(0, at % width - 1);
                            column <= Math.min(width - 1, at % width + 1);
                            column++) {
                        int next = row * width + column;
                        if (pixels[next] && labels[next] == 0) {
                            labels[next] = count;
                            open.push(next);
                        }
                    }
                }
            }
        }
        return labels;
    }

    private static BinaryMask mask(String... rows) {
        boolean[] pixels = new boolean[rows.length * rows[0].length()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#';
        }
        return BinaryMask.wrap(rows.length, rows[0].length(), pixels);
    }
}
