package io.loupe.server.identity;

import io.loupe.index.TenantId;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.database.WithoutTenant;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * From signing in to signing out. A refresh token is good once; one that comes a second time was copied by somebody, and
 * since nobody can tell who is who, the session ends for both.
 */
@Repository
public class Sessions {
    private final TenantTransactions transactions;
    private final AccessTokens accessTokens;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final Settings.Sessions settings;
    private final InstantSource clock;

    private record Account(TenantId tenant, UUID id, String passwordHash, boolean disabled) {}

    private record RefreshToken(UUID session, UUID person, boolean usable, boolean used) {}

    Sessions(
            TenantTransactions transactions,
            AccessTokens accessTokens,
            Passwords passwords,
            LoginThrottle throttle,
            Settings settings,
            InstantSource clock) {
        this.transactions = transactions;
        this.accessTokens = accessTokens;
        this.passwords = passwords;
        this.throttle = throttle;
        this.settings = settings.sessions();
        this.clock = clock;
    }

    /**
     * Signs somebody in.
     *
     * @param from where the request comes from; guessing from there is slowed down
     * @throws ProblemException if address and password do not belong together, or it was tried too often
     */
    @WithoutTenant(because = "the e-mail address says which tenant it is")
    public SignedIn signIn(String email, String password, String from) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        throttle.check(address);
        throttle.check(from);
        Optional<Account> account = transactions.atTheDoor(address, jdbc -> findAccount(jdbc, address));
        boolean matches = passwords.matches(password, account.map(Account::passwordHash));
        if (!matches || account.orElseThrow().disabled()) {
            throttle.failed(address, LoginThrottle.FREE_FOR_AN_ADDRESS);
            throttle.failed(from, LoginThrottle.FREE_FOR_A_SOURCE);
            throw new ProblemException(
                    ProblemCode.NOT_SIGNED_IN, "E-mail address and password do not belong together.");
        }
        throttle.succeeded(address);
        TenantId tenant = account.get().tenant();
        UUID person = account.get().id();
        return transactions.in(tenant, jdbc -> {
            UUID session = jdbc.sql("INSERT INTO session (tenant_id, person_id) VALUES (?, ?) RETURNING id")
                    .params(tenant.value(), person)
                    .query(UUID.class)
                    .single();
            return issue(jdbc, new AccessTokens.Claims(tenant, session, person));
        });
    }

    /**
     * Exchanges a refresh token for new tokens.
     *
     * @throws ProblemException if it is unknown, has expired, or was used before, which ends its session
     */
    @WithoutTenant(because = "the token says which tenant it is")
    public SignedIn refresh(String refreshToken) {
        String hash = Secrets.sha256(refreshToken);
        TenantId tenant =
                transactions.atTheDoor(hash, jdbc -> findTenant(jdbc, hash)).orElseThrow(Sessions::signInAgain);
        return transactions.in(tenant, jdbc -> rotate(jdbc, tenant, hash)).orElseThrow(Sessions::signInAgain);
    }

    /** Ends the session of a caller; its tokens are good for nothing from then on. */
    public void end(TenantId tenant, UUID session) {
        transactions.in(
                tenant,
                jdbc -> jdbc.sql("UPDATE session SET ended_at = now() WHERE id = ? AND ended_at IS NULL")
                        .param(session)
                        .update());
    }

    /** Who sends a request with this access token; nobody if it is not good, or its session has ended. */
    @WithoutTenant(because = "the token says which tenant it is")
    public Optional<Caller> open(String accessToken) {
        return accessTokens
                .read(accessToken)
                .flatMap(claims -> transactions.in(
                        claims.tenant(),
                        jdbc -> jdbc.sql("SELECT email, role FROM person JOIN session ON person_id = person.id"
                                        + " WHERE session.id = ? AND ended_at IS NULL AND NOT disabled")
                                .param(claims.session())
                                .query((row, _) -> new Caller(
                                        claims.tenant(),
                                        claims.session(),
                                        Optional.of(claims.person()),
                                        row.getString("email"),
                                        Role.of(row.getString("role"))))
                                .optional()));
    }

    /** Answers nothing where the caller must sign in again; what it then has changed is kept. */
    private Optional<SignedIn> rotate(JdbcClient jdbc, TenantId tenant, String hash) {
        RefreshToken token = jdbc.sql(
                        "SELECT session_id, person_id, used_at IS NOT NULL AS used, expires_at > ? AND ended_at IS NULL"
                                + " AND NOT disabled AS usable"
                                + " FROM refresh_token JOIN session ON session.id = session_id"
                                + " JOIN person ON person.id = person_id"
                                + " WHERE sha256 = ? FOR UPDATE OF refresh_token")
                .params(clock.instant().atOffset(ZoneOffset.UTC), hash)
                .query((row, _) -> new RefreshToken(
                        row.getObject("session_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getBoolean("usable"),
                        row.getBoolean("used")))
                .single();
        if (token.used()) {
            end(tenant, token.session());
        }
        if (token.used() || !token.usable()) {
            return Optional.empty();
        }
        jdbc.sql("UPDATE refresh_token SET used_at = now() WHERE sha256 = ?")
                .param(hash)
                .update();
        return Optional.of(issue(jdbc, new AccessTokens.Claims(tenant, token.session(), token.person())));
    }

    private SignedIn issue(JdbcClient jdbc, AccessTokens.Claims claims) {
        String refreshToken = Secrets.draw("");
        Instant expiry = clock.instant().plus(settings.refresh());
        jdbc.sql("INSERT INTO refresh_token (sha256, tenant_id, session_id, expires_at) VALUES (?, ?, ?, ?)")
                .param(Secrets.sha256(refreshToken))
                .param(claims.tenant().value())
                .param(claims.session())
                .param(expiry.atOffset(ZoneOffset.UTC))
                .update();
        return new SignedIn(
                accessTokens.issue(claims),
                refreshToken,
                accessTokens.secondsValid(),
                claims.tenant().toString());
    }

    private static Optional<Account> findAccount(JdbcClient jdbc, String email) {
        return jdbc.sql("SELECT tenant_id, id, password_hash, disabled FROM person WHERE email = ?")
                .param(email)
                .query((row, _) -> new Account(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getString("password_hash"),
                        row.getBoolean("disabled")))
                .optional();
    }

    private static Optional<TenantId> findTenant(JdbcClient jdbc, String hash) {
        return jdbc.sql("SELECT tenant_id FROM refresh_token WHERE sha256 = ?")
                .param(hash)
                .query(UUID.class)
                .optional()
                .map(TenantId::new);
    }

    private static ProblemException signInAgain() {
        return new ProblemException(
                ProblemCode.NOT_SIGNED_IN, "This refresh token is unknown, used or expired. Sign in again.");
    }
}
