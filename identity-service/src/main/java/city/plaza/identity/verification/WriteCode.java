package city.plaza.identity.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.platform.database.Codes;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import city.plaza.platform.security.Seal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Writes a code and the event that makes it a mail. An address that has an account gets a
 * mail of another kind and a code that nothing matches; the client cannot tell them
 * apart: the work is the same.
 */
@Component
class WriteCode {

	static final String TOPIC = "identity.verification";

	private final VerificationCodes codes;

	private final Accounts accounts;

	private final Outbox outbox;

	private final CodeForm form;

	private final Clock clock;

	private final Duration life;

	WriteCode(VerificationCodes codes, Accounts accounts, Outbox outbox, CodeForm form, Clock clock,
			VerificationSettings settings) {
		this.codes = codes;
		this.accounts = accounts;
		this.outbox = outbox;
		this.form = form;
		this.clock = clock;
		this.life = settings.life();
	}

	/**
	 * The current code of the flow from now on, on its way by mail. Where the code of
	 * this purpose is not for the address, another mail goes there, and nothing matches.
	 */
	Mono<Void> mailed(Recipient recipient) {
		return this.accounts.of(recipient.email())
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((holder) -> mailed(recipient, holder.orElse(null)));
	}

	/** A code that nothing matches and that is not mailed. */
	Mono<Void> unmailed(Recipient recipient) {
		Instant now = this.clock.instant();
		return this.codes.replace(UUID.randomUUID(), recipient, Hash.ofNothing(), now, now.plus(this.life), false);
	}

	private Mono<Void> mailed(Recipient recipient, @Nullable Account holder) {
		Instant now = this.clock.instant();
		Instant expiresAt = now.plus(this.life);
		UUID id = UUID.randomUUID();
		CodeForm.Made made = this.form.make(id, recipient.flow());
		boolean isForIt = recipient.flow().purpose().ofHolder() == (holder != null);
		NewEvent event = isForIt ? requested(id, recipient, made.sealed(), expiresAt) : notForIt(recipient, holder);
		Hash hash = isForIt ? made.hash() : Hash.ofNothing();
		return this.codes.replace(id, recipient, hash, now, expiresAt, true).then(this.outbox.append(event));
	}

	private static NewEvent notForIt(Recipient recipient, @Nullable Account holder) {
		CodeFlow flow = recipient.flow();
		String key = flow.value().toString();
		return (holder != null)
				? new NewEvent(TOPIC, key, KnownAddressRegistered.TYPE,
						new KnownAddressRegistered(flow.value(), holder.email().value(), holder.language().tag()))
				: new NewEvent(TOPIC, key, NoAccountToReset.TYPE,
						new NoAccountToReset(flow.value(), recipient.email().value(), recipient.language().tag()));
	}

	private static NewEvent requested(UUID id, Recipient recipient, String sealed, Instant expiresAt) {
		CodeFlow flow = recipient.flow();
		return new NewEvent(TOPIC, flow.value().toString(), VerificationCodeRequested.TYPE,
				new VerificationCodeRequested(id, flow.value(), Codes.of(flow.purpose()), recipient.email().value(),
						sealed, expiresAt, recipient.language().tag()));
	}

	/** Both forms a new code leaves this process in: hashed and sealed, never plain. */
	@Component
	static class CodeForm {

		private final KeyedHashes hashes;

		private final Seal seal;

		CodeForm(KeyedHashes hashes, Seal seal) {
			this.hashes = hashes;
			this.seal = seal;
		}

		/**
		 * A new code.
		 *
		 * @param hash to store
		 * @param sealed to mail
		 */
		record Made(Hash hash, String sealed) {
		}

		Made make(UUID id, CodeFlow flow) {
			Code code = Code.next();
			return new Made(code.hash(this.hashes, id, flow), this.seal.close(code.digits().reveal(), id.toString()));
		}

	}

}
