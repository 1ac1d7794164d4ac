package io.loupe.server.models;

/**
 * What turns pictures into vectors here. Vectors of two models, or of two versions of one, cannot be compared.
 *
 * @param name the encoder's id, as {@code ./loupe models list} shows it
 * @param version changes whenever the same picture may get another vector
 * @param dimension values in a vector
 * @param nearDuplicateCosine from this similarity on, two pictures count as near copies
 */
public record EmbeddingModel(String name, String version, int dimension, double nearDuplicateCosine) {
    /** Name and version in one text, under which embeddings are kept. */
    public String key() {
        return name + "@" + version;
    }
}
