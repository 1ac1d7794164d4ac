package io.loupe.index;

import java.util.List;

/**
 * Finds the nearest of many vectors. It is a view: the truth is elsewhere, as a numbered sequence of changes, and an index
 * that lost some of them says up to which number it is whole, so that the rest can be applied again.
 *
 * <p>Every tenant has an index of its own, and no call touches two. Thread-safe; searches go on beside changes. A method
 * that cannot read or write its files throws {@link java.io.UncheckedIOException}.
 */
public interface VectorIndex extends AutoCloseable {
    /** How many values every vector has. */
    int dimension();

    /**
     * Applies changes in their order; searches that begin afterwards see them.
     *
     * @param sequence the number of the last of these changes in the truth
     * @throws IllegalArgumentException if a vector has another dimension; nothing is applied then
     */
    void apply(TenantId tenant, List<Change> changes, long sequence);

    /** Makes what was applied last through a power cut. */
    void commit(TenantId tenant);

    /** The number up to which the changes are in the index; 0 for a new one. */
    long sequence(TenantId tenant);

    /** How many points there are. */
    int size(TenantId tenant);

    /**
     * The nearest points that count.
     *
     * @throws IllegalArgumentException if the query has another dimension
     */
    Hits search(TenantId tenant, VectorQuery query);

    /** Forgets everything of a tenant, so that its changes can be applied from the first. */
    void clear(TenantId tenant);

    @Override
    void close();

    /** For implementations: refuses a vector that does not belong here. */
    default void requireDimension(UnitVector vector) {
        if (vector.dimension() != dimension()) {
            throw new IllegalArgumentException(
                    "The vector has %d values, those of this index have %d; make both with the same encoder"
                            .formatted(vector.dimension(), dimension()));
        }
    }
}
