package io.loupe.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What one tenant has, no other one sees. */
final class TenantsTest {
    @Test
    void anotherTenantSeesNoneOfThePictures() {
        try (Chromium chromium = Chromium.start()) {
            Page owner = chromium.signIn(RunningLoupe.newTenant());
            MadePictures.drop(owner, MadePictures.make(2));
            MadePictures.shownOn(owner).first().click();
            owner.waitForURL("**/library?image=*");
            String picture = owner.url();

            Page stranger = chromium.signIn(RunningLoupe.newTenant());
            assertThat(stranger.getByText("Bring your first pictures")).isVisible();

            stranger.navigate(picture); // however they came by the address
            assertThat(stranger.getByText("Not found", new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            assertThat(MadePictures.shownOn(stranger)).hasCount(0);
            assertThat(stranger.locator("img[src*='/objects/']")).hasCount(0);
            assertThat(MadePictures.shownOn(owner)).hasCount(2);
        }
    }
}
