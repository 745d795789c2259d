package city.plaza.identity.secondfactor.totp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Secret;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * The authenticator app of an account. Each account has at most one; adding another takes
 * its place.
 */
@Component
public class Authenticators {

	/** Tries to confirm a new key. */
	static final int TRIES = 10;

	/** How long a new key waits for its first code. */
	static final Duration TIME_TO_ADD = Duration.ofMinutes(30);

	/** What a code is. */
	public enum Checked {

		/** The right one, and it is used now. */
		RIGHT,
		/** Another one, or of another time. */
		WRONG,
		/** It was right, and has been used. */
		USED,
		/** There is nothing it could be of, or no try is left. */
		NO_KEY

	}

	/**
	 * What an app is to be set up with.
	 *
	 * @param key in Base32, to type
	 * @param uri the same for a QR code
	 */
	public record Setup(Secret key, Secret uri) {
	}

	private final TotpKeys keys;

	private final TotpSettings settings;

	private final Clock clock;

	Authenticators(TotpKeys keys, TotpSettings settings, Clock clock) {
		this.keys = keys;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * When the account's app was added.
	 * @return nothing where it has none
	 */
	public Mono<Instant> addedAt(AccountId account) {
		return this.keys.confirmed(account).mapNotNull(TotpKeys.Stored::confirmedAt);
	}

	/**
	 * Begins to add an app. The one before counts until a code of the new one is typed.
	 * @return to be shown once
	 */
	public Mono<Setup> begin(Account account) {
		return Mono.defer(() -> {
			TotpKey key = TotpKey.next();
			return this.keys.begin(account.id(), key, this.clock.instant()).thenReturn(setup(account, key));
		});
	}

	/**
	 * Adds the app that was begun with.
	 * @param code that it shows
	 * @return right where it counts from now on; the try has counted once the transaction
	 * commits
	 */
	public Mono<Checked> confirm(AccountId account, Secret code) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.keys.tryNew(account, TRIES, now.minus(TIME_TO_ADD))
				.flatMap((stored) -> confirm(account, stored, code, now))
				.defaultIfEmpty(Checked.NO_KEY);
		});
	}

	private Mono<Checked> confirm(AccountId account, TotpKeys.Stored stored, Secret code, Instant now) {
		return Mono.just(stored.key().stepOf(code, now))
			.filter((step) -> step.isPresent())
			.flatMap((step) -> this.keys.confirm(account, stored.id(), step.getAsLong(), now))
			.map((done) -> done ? Checked.RIGHT : Checked.NO_KEY)
			.defaultIfEmpty(Checked.WRONG);
	}

	/**
	 * Checks a code of the account's app and uses it.
	 * @return see {@link Checked}
	 */
	public Mono<Checked> check(AccountId account, Secret code) {
		return this.keys.confirmed(account).flatMap((stored) -> use(stored, code)).defaultIfEmpty(Checked.NO_KEY);
	}

	private Mono<Checked> use(TotpKeys.Stored stored, Secret code) {
		return Mono.just(stored.key().stepOf(code, this.clock.instant()))
			.filter((step) -> step.isPresent())
			.flatMap((step) -> this.keys.use(stored.id(), step.getAsLong()))
			.map((first) -> first ? Checked.RIGHT : Checked.USED)
			.defaultIfEmpty(Checked.WRONG);
	}

	/**
	 * Removes the account's app.
	 * @return whether it had one
	 */
	public Mono<Boolean> remove(AccountId account) {
		return this.keys.remove(account);
	}

	/** The form that authenticator apps read from QR codes. */
	private Setup setup(Account account, TotpKey key) {
		String issuer = encoded(this.settings.issuer());
		return new Setup(key.text(), Secret.of("otpauth://totp/" + issuer + ":" + encoded(account.email().value())
				+ "?secret=" + key.text().reveal() + "&issuer=" + issuer));
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
