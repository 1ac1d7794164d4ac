package io.loupe.e2e;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.loupe.images.ImageEncoding;
import io.loupe.samples.SampleLibrary;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Pictures of parts that never were, as files, and ways to hand them to a page. */
final class MadePictures {
    private static final long SEED = 7;
    private static final float QUALITY = 0.85f;

    private MadePictures() {}

    /** So many different pictures. */
    static List<FilePayload> make(int count) {
        return new SampleLibrary(count, SEED)
                .pictures().stream()
                        .filter(picture -> picture.copy().isEmpty()) // some copies are the same to the byte
                        .limit(count)
                        .map(picture -> new FilePayload(
                                picture.name().replaceFirst("\\.\\w+$", ".jpg"),
                                "image/jpeg",
                                ImageEncoding.jpeg(picture.render(), QUALITY)))
                        .toList();
    }

    /** Those that the grid of the library or of a search shows. */
    static Locator shownOn(Page page) {
        return page.getByTestId("grid").getByRole(AriaRole.OPTION);
    }

    /** Drops files on the library, as a hand with a mouse does. */
    static void drop(Page page, List<FilePayload> files) {
        drop(page, page.locator("main header").first(), files);
    }

    /** Drops files on a place of the page. */
    static void drop(Page page, Locator place, List<FilePayload> files) {
        List<Map<String, String>> encoded = files.stream()
                .map(file ->
                        Map.of("name", file.name, "bytes", Base64.getEncoder().encodeToString(file.buffer)))
                .toList();
        JSHandle transfer = page.evaluateHandle("""
                files => {
                  const transfer = new DataTransfer();
                  for (const { name, bytes } of files) {
                    const content = Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0));
                    transfer.items.add(new File([content], name, { type: "image/jpeg" }));
                  }
                  return transfer;
                }""", encoded);
        for (String event : List.of("dragenter", "dragover", "drop")) {
            place.dispatchEvent(event, Map.of("dataTransfer", transfer));
        }
    }
}
