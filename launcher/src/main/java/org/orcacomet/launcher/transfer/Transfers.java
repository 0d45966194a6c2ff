package org.orcacomet.launcher.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.ServiceClient;

/** Exports and imports of a running service. */
public final class Transfers {
    private static final Duration FIRST_BYTES = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final String DEED = "exports and imports";

    private final ServiceClient service;

    /** Those of this service. */
    public Transfers(ServiceClient service) {
        this.service = service;
    }

    /**
     * All scopes of the service, as an export. Reading it fails where the service breaks it off.
     *
     * @throws LaunchException if the service gives none
     */
    InputStream exported() throws LaunchException, InterruptedException {
        HttpRequest request =
                service.request("/admin/export").timeout(FIRST_BYTES).build();
        HttpResponse<InputStream> answer = service.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != OK) {
            throw service.refused(answer.statusCode(), text(answer.body()), DEED);
        }
        return answer.body();
    }

    /**
     * Has the service take this export.
     *
     * @param length how many bytes it has
     * @return what came of it
     * @throws LaunchException if the service does not take it, or not all of it
     */
    public Imported importFrom(Supplier<InputStream> export, long length) throws LaunchException, InterruptedException {
        BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(export), length);
        HttpRequest request = service.request("/admin/import")
                // Whom it refuses is told so before anything is sent.
                .expectContinue(true)
                .POST(body)
                .build();
        HttpResponse<String> answer = service.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw service.refused(answer.statusCode(), answer.body(), DEED);
        }
        return Imported.parse(answer.body());
    }

    private static String text(InputStream body) {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // That it refuses is known, why is not.
            return "";
        }
    }
}
