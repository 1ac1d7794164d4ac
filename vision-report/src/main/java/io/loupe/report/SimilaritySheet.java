package io.loupe.report;

import io.loupe.report.ContactSheet.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of a search by example: the picture that was asked for, beside the ones most similar to it. */
public final class SimilaritySheet {
    private SimilaritySheet() {}

    /**
     * The page, to be written as UTF-8.
     *
     * @param made when and by what, as a line below the heading
     * @param query name and path of the picture that was asked for; its similarity is not shown
     * @param found the most similar first, with their cosine similarity as the score
     * @throws IllegalArgumentException if a path is absolute
     */
    public static String render(String made, Entry query, List<Entry> found) {
        List<Html> figures = new ArrayList<>();
        for (int rank = 0; rank < found.size(); rank++) {
            figures.add(figure(rank + 1, found.get(rank)));
        }
        String title = "Similar to " + query.name();
        return Page.of(title, Html.of("""
                        <main><header><h1>{}</h1><p class="quiet">{}</p></header>
                        <div class="search">{}
                        <section class="sheet" aria-label="Similar pictures">{}</section></div></main>
                        """, title, made, query(query), Html.join(figures)));
    }

    private static Html query(Entry query) {
        return Html.of("""
                <figure class="query"><a href="{}"><img src="{}" alt="{}"></a>
                <figcaption><span class="tag">asked for</span><strong class="name">{}</strong></figcaption></figure>""", RelativeUrl.of(query.path()), RelativeUrl.of(query.path()), query.name(), query.name());
    }

    private static Html figure(int rank, Entry entry) {
        return Html.of(
                """
                <figure><a href="{}"><img loading="lazy" src="{}" alt="{}"></a>{}
                <figcaption><span class="tag">{}</span><strong class="name">{}</strong><span>{}</span></figcaption>
                </figure>""",
                RelativeUrl.of(entry.path()),
                RelativeUrl.of(entry.path()),
                entry.name(),
                bar(entry.score()),
                rank,
                breakable(entry.name()),
                String.format(Locale.ROOT, "%.3f", entry.score()));
    }

    /** The similarity as a bar, from 0 to 1. */
    private static Html bar(double similarity) {
        return Html.of("""
                <svg class="similarity" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="1"/><rect class="near" width="{}" height="1"/></svg>""", String.format(Locale.ROOT, "%.1f", Math.clamp(100 * similarity, 0.0, 100.0)));
    }

    /** A path that may be broken after its slashes, before anywhere else. */
    private static Html breakable(String path) {
        return new Html(Html.of("{}", path).source().replace("/", "/<wbr>"));
    }
}
