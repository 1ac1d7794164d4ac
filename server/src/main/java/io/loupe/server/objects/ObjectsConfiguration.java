package io.loupe.server.objects;

import io.loupe.server.platform.secret.SecretFile;
import io.loupe.server.platform.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Objects lie in the data folder. */
@Configuration
@EnableScheduling
class ObjectsConfiguration {
    @Bean
    ObjectStore objectStore(Settings settings) {
        return new FileObjectStore(settings.data().resolve("objects"));
    }

    @Bean
    SignedUrls signedUrls(Settings settings, InstantSource clock) {
        String secret = SecretFile.readOrDraw(settings.data().resolve("url-secret"));
        return new SignedUrls(secret.getBytes(StandardCharsets.US_ASCII), clock);
    }
}
