package io.loupe.server.identity;

import io.loupe.index.TenantId;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Makes tenants: the first one, and those of strangers where the settings allow it. */
@Service
public final class Tenants {
    private static final String DEMO_EMAIL = "demo@loupe.local";

    private final TenantTransactions transactions;
    private final People people;
    private final Settings settings;

    /** How somebody signs in. */
    public record SignIn(String email, String password) {}

    Tenants(TenantTransactions transactions, People people, Settings settings) {
        this.transactions = transactions;
        this.people = people;
        this.settings = settings;
    }

    /** Makes the first tenant and its administrator, once in the life of a database. */
    public Optional<FirstStart> createFirst() {
        TenantId tenant = newId();
        return transactions.in(tenant, jdbc -> {
            int inserted = jdbc.sql("INSERT INTO installation DEFAULT VALUES ON CONFLICT DO NOTHING")
                    .update();
            if (inserted == 0) {
                return Optional.empty();
            }
            Optional<String> given = settings.administrator().password();
            String password = given.orElseGet(Secrets::drawPassword);
            create(tenant, "Loupe", settings.administrator().email(), password);
            return Optional.of(new FirstStart(
                    settings.administrator().email(), given.isPresent() ? Optional.empty() : Optional.of(password)));
        });
    }

    /**
     * Makes a tenant for a stranger, who becomes its administrator.
     *
     * @throws ProblemException if the settings do not allow it, or the e-mail address is known already
     */
    public TenantId register(String name, String email, String password) {
        if (!settings.registrationOpen()) {
            throw new ProblemException(
                    ProblemCode.NOT_ALLOWED,
                    "Registration is closed here (setting 'registration'). Ask an administrator to add you.");
        }
        TenantId tenant = newId();
        transactions.in(tenant, _ -> create(tenant, name, email, password));
        return tenant;
    }

    /**
     * The tenant that demonstrations are shown in, apart from everybody's own pictures. It is made by the first call; every
     * call gives its administrator a new password, so that none has to be kept.
     */
    public SignIn openDemo() {
        SignIn signIn = new SignIn(DEMO_EMAIL, Secrets.drawPassword());
        transactions
                .atTheDoor(
                        DEMO_EMAIL,
                        jdbc -> jdbc.sql("SELECT tenant_id, id FROM person WHERE email = ?")
                                .param(DEMO_EMAIL)
                                .query((row, _) -> new Member(
                                        new TenantId(row.getObject("tenant_id", UUID.class)),
                                        row.getObject("id", UUID.class)))
                                .optional())
                .ifPresentOrElse(
                        member -> people.change(
                                member.tenant(),
                                member.person(),
                                new People.Change(Role.ADMINISTRATOR, false, signIn.password())),
                        () -> create(newId(), "Demo", signIn.email(), signIn.password()));
        return signIn;
    }

    private record Member(TenantId tenant, UUID person) {}

    private TenantId create(TenantId tenant, String name, String email, String password) {
        return transactions.in(tenant, jdbc -> {
            jdbc.sql("INSERT INTO tenant (id, name) VALUES (?, ?)")
                    .params(tenant.value(), name)
                    .update();
            people.add(tenant, email, Role.ADMINISTRATOR, password);
            return tenant;
        });
    }

    private static TenantId newId() {
        return new TenantId(UUID.randomUUID());
    }
}
