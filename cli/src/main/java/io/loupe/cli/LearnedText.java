package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.vision.threshold.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a training came to, in words. */
final class LearnedText {
    private LearnedText() {}

    /**
     * From how much was learned.
     *
     * @param parts shown by the pictures; those of one part are held out together
     */
    static String from(int pictures, int parts, Duration time) {
        return String.format(
                Locale.ROOT,
                "Learned from %d good pictures%s in %.1f s",
                pictures,
                parts == pictures
                        ? ""
                        : " of %d parts (pictures that look alike are held out together and count as one)"
                                .formatted(parts),
                time.toMillis() / 1000.0);
    }

    /**
     * The outcome of a training at a server.
     *
     * @param version that came of it, as the server describes it
     * @param job the training itself
     */
    static String of(JsonNode version, JsonNode job) {
        JsonNode threshold = version.path("threshold");
        JsonNode fail = version.path("promise").path("fail");
        Promise promise = new Promise(
                fail.path("rate").asDouble(),
                fail.path("pictures").asInt(),
                fail.path("upper_limit").asDouble(),
                fail.path("extrapolated").asBoolean());
        String learned = "%s: version %s\n%s"
                .formatted(
                        from(version.path("good_images").asInt(), promise.goodPictures(), timeOf(job)),
                        version.path("label").asText(),
                        Promises.sentenceOf(
                                threshold.path("fail").asDouble(),
                                threshold.path("warn").asDouble(),
                                promise));
        String remark = version.path("remark").asText();
        return remark.isEmpty() ? learned : learned + "\n" + remark;
    }

    private static Duration timeOf(JsonNode job) {
        return Duration.between(
                Instant.parse(job.path("started_at").asText()),
                Instant.parse(job.path("finished_at").asText()));
    }
}
