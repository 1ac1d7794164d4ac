package io.loupe.cli.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with files, as RFC 7578 writes it. */
final class Multipart {
    private final String boundary = "loupe-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    Multipart text(String name, String value) {
        parts.add(BodyPublishers.ofString(head(name, "") + "\r\n\r\n" + value + "\r\n"));
        return this;
    }

    Multipart file(String name, UploadedFile file) {
        String type = "\r\nContent-Type: application/octet-stream\r\n\r\n"; // the server looks at the bytes
        parts.add(BodyPublishers.ofString(head(name, "; filename=\"" + quoted(file.name()) + "\"") + type));
        parts.add(file.content());
        parts.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private String head(String name, String more) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s".formatted(boundary, name, more);
    }

    /** As browsers escape what would end the name. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
