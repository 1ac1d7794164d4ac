package io.loupe.vision.neighbors;

/** Far fewer axes than anybody would use, so that most bounds are low and hardly any group can be passed over. */
final class ShortenedNearestRowsTest extends NearestRowsContract {
    @Override
    protected NearestRows open(RowMatrix bank) {
        PrincipalAxes axes = PrincipalAxes.of(bank, Math.max(1, bank.dimension() / 3));
        return GroupedNearestRows.over(bank, RowShortening.along(axes), DistanceKernels.fastest());
    }
}
