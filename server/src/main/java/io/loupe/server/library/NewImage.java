package io.loupe.server.library;

/** A picture that is about to be added: its objects are kept, its row is not there yet. */
record NewImage(String name, String sha256, String thumbnailSha256, long bytes, Analysis.Seen seen, Origin origin) {}
