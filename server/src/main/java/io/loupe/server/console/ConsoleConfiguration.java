package io.loupe.server.console;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Files of the page. Those below {@code assets} carry a hash of their content in their names and are never asked for again;
 * the others keep their names and are asked about each time.
 */
@Configuration
class ConsoleConfiguration implements WebMvcConfigurer {
    static final String FILES = "META-INF/loupe/console/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:" + FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/favicon.svg", "/theme.js")
                .addResourceLocations("classpath:" + FILES)
                .setCacheControl(CacheControl.noCache());
    }
}
