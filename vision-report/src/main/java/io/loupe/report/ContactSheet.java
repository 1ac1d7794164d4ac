package io.loupe.report;

import java.util.ArrayList;
import java.util.List;

/** The page of a ranking: many pictures with their scores, the oddest first, and nothing else. */
public final class ContactSheet {
    private ContactSheet() {}

    /**
     * A picture of the ranking.
     *
     * @param name as the user knows it
     * @param path relative to the page, with forward slashes
     */
    public record Entry(String name, String path, double score) {}

    /**
     * The page, to be written as UTF-8.
     *
     * @param made when and by what, as a line below the heading
     * @param entries in the order they are to be shown in
     * @throws IllegalArgumentException if a path is absolute
     */
    public static String render(String title, String made, List<Entry> entries) {
        List<Html> figures = new ArrayList<>();
        for (int rank = 0; rank < entries.size(); rank++) {
            figures.add(figure(rank + 1, entries.get(rank)));
        }
        Html sheet = figures.isEmpty() ? new Html("<p class=\"quiet\">There are no pictures.</p>") : Html.join(figures);
        return Page.of(title, Html.of("""
                        <main><header><h1>{}</h1><p class="quiet">{}</p></header>
                        <section class="sheet" aria-label="Pictures">{}</section></main>
                        """, title, made, sheet));
    }

    private static Html figure(int rank, Entry entry) {
        return Html.of(
                """
                <figure><a href="{}"><img loading="lazy" src="{}" alt="{}"></a>
                <figcaption><span class="tag">{}</span><strong class="name">{}</strong><span>{}</span></figcaption>
                </figure>""",
                RelativeUrl.of(entry.path()),
                RelativeUrl.of(entry.path()),
                entry.name(),
                rank,
                entry.name(),
                ResultPicture.number(entry.score()));
    }
}
