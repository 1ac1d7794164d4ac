package io.loupe.vision.group;

import io.loupe.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds pictures of one part among pictures of many: copies, recompressed ones, bursts, other exposures, cut out a
 * little differently.
 *
 * <p>Parts in a fixture all look alike, and some differ in little more than their pose, so no distance means "the same part"
 * by itself. Two pictures are of one part where they are nearer to each other than chance would put two parts. By chance
 * means: as points spread evenly in a space of k dimensions, where the k is that in which the other pictures lie [1], from
 * the distances of their 5th and 10th nearest ones (for longer bursts the 10th and 20th, and so on). In such a space the
 * share t^k of the pictures nearer than the 5th lies within t times its distance, and t is chosen so that in three sets of
 * pictures one pair would be taken for one part by mistake. Their perceptual hashes must agree as well.
 *
 * <p>Where the names of a few pictures differ in a last number only ({@code part12_cam1}, {@code part12_cam2}), only these
 * few are asked about and they may be less near. A name alone never says it: numbers count parts as often as views.
 *
 * <p>Everything in a group is near its first picture, so that a row of parts, each a little different from the one before,
 * does not become one group.
 *
 * <p>[1] Levina, Bickel: Maximum Likelihood Estimation of Intrinsic Dimension, 2005
 */
public final class LookAlikes {
    /** Up to so many pictures of one part are told by comparison with the next one, and by their names. */
    private static final int FEW = 5;

    private static final double MISTAKES = 0.3;
    private static final double MOST_DIMENSIONS = 25;

    private final List<String> namedParts = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();

    /** Adds the next picture, of any size. */
    public void add(String name, RgbImage picture) {
        namedParts.add(namedPart(name));
        looks.add(Look.of(picture));
    }

    /** The name without its extension and last number, if there is a number left; else the name as it is. */
    static String namedPart(String name) {
        String part =
                name.replaceFirst("\\.[^.]*$", "").replaceFirst("[^\\p{Alnum}]*\\p{Alpha}*\\d+[^\\p{Alnum}]*$", "");
        return part.chars().anyMatch(Character::isDigit) ? part : name;
    }

    /**
     * The pictures that were added, by index, those of one part together; groups in the order of their first pictures. Of
     * fewer than five pictures each is its own. Cost O(pictures^2).
     */
    public List<List<Integer>> groups() {
        double[][] distances = distances();
        double[][] ascending = Arrays.stream(distances)
                .map(row -> Arrays.stream(row).sorted().toArray())
                .toArray(double[][]::new);
        double[] near = limits(ascending, distances.length);
        double[] nearOfName = limits(ascending, FEW);
        Map<String, Long> sharing =
                namedParts.stream().collect(Collectors.groupingBy(part -> part, Collectors.counting()));
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < distances.length; i++) {
            int picture = i;
            String named = namedParts.get(i);
            boolean namesOnePart = Objects.requireNonNull(sharing.get(named)) <= FEW;
            groups.stream()
                    .filter(group -> {
                        int first = group.getFirst();
                        double[] limits = namesOnePart && named.equals(namedParts.get(first)) ? nearOfName : near;
                        return distances[first][picture] < Math.min(limits[first], limits[picture])
                                && looks.get(first).hashAgrees(looks.get(picture));
                    })
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(picture), () -> groups.add(new ArrayList<>(List.of(picture))));
        }
        return groups;
    }

    private double[][] distances() {
        double[][] distances = new double[looks.size()][looks.size()];
        IntStream.range(0, distances.length).parallel().forEach(i -> {
            for (int j = 0; j < i; j++) {
                distances[i][j] = looks.get(i).distance(looks.get(j));
                distances[j][i] = distances[i][j];
            }
        });
        return distances;
    }

    /**
     * For each picture the distance within which chance puts no other one.
     *
     * @param ascending the distances of each to all pictures, the first of which is its own 0
     * @param candidates how many others a picture is asked about
     */
    private static double[] limits(double[][] ascending, int candidates) {
        double[] limits = new double[ascending.length];
        int most = (ascending.length - 1) / 2;
        for (int rank = Math.min(FEW, most); rank > 1 && rank <= most; rank *= 2) {
            double dimensions = dimensions(ascending, rank);
            double share = Math.pow(MISTAKES / ((rank - 1.0) * candidates), 1 / dimensions);
            for (int i = 0; i < limits.length; i++) {
                limits[i] = Math.max(limits[i], share * ascending[i][rank]);
            }
        }
        return limits;
    }

    /** In how many dimensions the pictures lie, by how their number grows with the distance. */
    private static double dimensions(double[][] ascending, int rank) {
        double[] growth = Arrays.stream(ascending)
                .filter(row -> row[rank] > 0)
                .mapToDouble(row -> Math.log(row[2 * rank] / row[rank]))
                .sorted()
                .toArray();
        double usual = growth.length == 0 ? 0 : growth[growth.length / 2];
        return Math.min(MOST_DIMENSIONS, Math.log(2) / usual);
    }
}
