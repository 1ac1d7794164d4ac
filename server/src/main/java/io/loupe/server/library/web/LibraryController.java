package io.loupe.server.library.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.library.Images;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The library as a whole. */
@Tag(name = "library", description = "The library as a whole")
@RestController
@RequestMapping("/api")
final class LibraryController {
    private final Images images;

    LibraryController(Images images) {
        this.images = images;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "The tags in use, the most frequent first")
    @GetMapping("/tags")
    Page<Images.TagCount> listTags(
            Caller caller,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(required = false) @Nullable Integer limit) {
        return new Page<>(
                images.tags(caller.tenant(), prefix, PageRequest.of(limit, null).limit()), null);
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "How many pictures there are, and how large")
    @GetMapping("/library")
    Images.Totals getLibrary(Caller caller) {
        return images.totals(caller.tenant());
    }
}
