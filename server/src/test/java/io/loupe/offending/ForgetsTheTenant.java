package io.loupe.offending;

import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
public class ForgetsTheTenant {
    public boolean contains(UUID id) {
        return id.version() == 7;
    }
}
