package io.loupe.server;

import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A request of the tests that takes as long as they want. */
@RestController
final class SlowController {
    static final Semaphore ENTERED = new Semaphore(0);
    static final Semaphore MAY_LEAVE = new Semaphore(0);

    @GetMapping("/test/slow")
    String slow() throws InterruptedException {
        ENTERED.release();
        MAY_LEAVE.acquire();
        return "finished";
    }
}
