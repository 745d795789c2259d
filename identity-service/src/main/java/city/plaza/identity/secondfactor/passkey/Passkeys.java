package city.plaza.identity.secondfactor.passkey;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Hash;
import city.plaza.platform.problem.RequestLog;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** The passkeys of accounts: to add one, to sign with one, to remove one. */
@Component
public class Passkeys {

	/** More than anybody has devices. */
	public static final int MOST = 20;

	private static final String TYPE = "public-key";

	private static final String REQUIRED = "required";

	private final StoredPasskeys stored;

	private final Challenges challenges;

	private final Ceremonies ceremonies;

	private final PasskeySettings settings;

	private final Clock clock;

	Passkeys(StoredPasskeys stored, Challenges challenges, Ceremonies ceremonies, PasskeySettings settings,
			Clock clock) {
		this.stored = stored;
		this.challenges = challenges;
		this.ceremonies = ceremonies;
		this.settings = settings;
		this.clock = clock;
	}

	public Mono<List<Passkey>> of(AccountId account) {
		return this.stored.of(account);
	}

	/**
	 * Begins to add a passkey.
	 * @param boundTo hash of what only the holder has, such as the session
	 * @return for the browser
	 */
	public Mono<CreationOptions> toAdd(Account account, Hash boundTo) {
		return Mono.zip(this.stored.of(account.id()), this.challenges.next(PasskeyPurpose.REGISTRATION, boundTo),
				(known, challenge) -> new CreationOptions(
						new CreationOptions.Party(this.settings.domain(), this.settings.name()),
						new CreationOptions.User(text(handle(account.id())), account.email().value(),
								account.givenName().value() + " " + account.familyName().value()),
						text(challenge),
						Ceremonies.ALGORITHMS.stream()
							.map((algorithm) -> new CreationOptions.Parameter(TYPE, algorithm.getValue()))
							.toList(),
						Challenges.LIFE.toMillis(), known.stream().map(Passkeys::descriptor).toList(),
						new CreationOptions.Selection(REQUIRED, true, REQUIRED), "none"));
	}

	/**
	 * Adds a passkey.
	 * @param credential as {@code navigator.credentials.create} gave it
	 * @param boundTo as in the beginning
	 * @return empty where anything about it is wrong
	 */
	public Mono<Passkey> add(AccountId account, Map<String, Object> credential, String name, Hash boundTo) {
		return RequestLog.within(() -> this.ceremonies.readRegistration(credential))
			.flatMap((data) -> challenge(data, boundTo)
				.flatMap((challenge) -> RequestLog.within(() -> this.ceremonies.register(data, challenge))))
			.map((made) -> new Passkey(UUID.randomUUID(), account, made.credentialId(), made.credential(), name,
					made.signCount(), this.clock.instant(), null))
			.filterWhen(this.stored::add);
	}

	private Mono<byte[]> challenge(RegistrationData data, Hash boundTo) {
		return Mono.justOrEmpty(Ceremonies.challengeOf(data.getCollectedClientData()))
			.filterWhen((challenge) -> this.challenges.take(challenge, PasskeyPurpose.REGISTRATION, boundTo));
	}

	/**
	 * Begins to sign with a passkey.
	 * @param account whose it has to be; null where it will tell
	 * @param boundTo hash of what only the browser or app has that asks
	 * @return for the browser
	 */
	public Mono<RequestOptions> toSign(PasskeyPurpose purpose, @Nullable AccountId account, Hash boundTo) {
		Mono<List<Passkey>> allowed = (account != null) ? this.stored.of(account) : Mono.just(List.of());
		return allowed.zipWith(this.challenges.next(purpose, boundTo),
				(known, challenge) -> new RequestOptions(text(challenge), Challenges.LIFE.toMillis(),
						this.settings.domain(), known.stream().map(Passkeys::descriptor).toList(), REQUIRED));
	}

	/**
	 * Checks what a passkey signed, and uses the challenge up, right or wrong.
	 * @param credential as {@code navigator.credentials.get} gave it
	 * @param account whose it has to be; null where it tells
	 * @return whose it is; empty where anything about it is wrong
	 */
	public Mono<AccountId> check(Map<String, Object> credential, PasskeyPurpose purpose, @Nullable AccountId account,
			Hash boundTo) {
		return RequestLog.within(() -> this.ceremonies.readAuthentication(credential))
			.flatMap((data) -> Mono.justOrEmpty(Ceremonies.challengeOf(data.getCollectedClientData()))
				.filterWhen((challenge) -> this.challenges.take(challenge, purpose, boundTo))
				.flatMap((challenge) -> signer(data, account).flatMap((passkey) -> use(data, challenge, passkey))));
	}

	private Mono<Passkey> signer(AuthenticationData data, @Nullable AccountId account) {
		return this.stored.of(data.getCredentialId())
			.filter((passkey) -> account == null || passkey.account().equals(account))
			.filter((passkey) -> data.getUserHandle() == null
					|| ByteBuffer.wrap(data.getUserHandle()).equals(ByteBuffer.wrap(handle(passkey.account()))));
	}

	private Mono<AccountId> use(AuthenticationData data, byte[] challenge, Passkey passkey) {
		return RequestLog.within(() -> this.ceremonies.authenticate(data, challenge, passkey))
			.filterWhen((count) -> this.stored.use(passkey.id(), count, this.clock.instant()))
			.map((count) -> passkey.account());
	}

	/**
	 * Removes a passkey.
	 * @return its name; empty where the account has none of this id
	 */
	public Mono<String> remove(AccountId account, UUID id) {
		return this.stored.remove(account, id);
	}

	private static RequestOptions.Descriptor descriptor(Passkey passkey) {
		return new RequestOptions.Descriptor(TYPE, text(passkey.credentialId().array()));
	}

	private static byte[] handle(AccountId account) {
		return ByteBuffer.allocate(2 * Long.BYTES)
			.putLong(account.value().getMostSignificantBits())
			.putLong(account.value().getLeastSignificantBits())
			.array();
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
