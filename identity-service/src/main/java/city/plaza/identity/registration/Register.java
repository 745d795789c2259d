package city.plaza.identity.registration;

import java.time.Clock;

import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.identity.verification.SendCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Stores a registration and sends its first code. Known addresses and new ones take the
 * same work and get the same response.
 */
@Component
class Register {

	private final PasswordHashes hashes;

	private final Registrations registrations;

	private final SendCode sendCode;

	private final Transactions transactions;

	private final Clock clock;

	Register(PasswordHashes hashes, Registrations registrations, SendCode sendCode, Transactions transactions,
			Clock clock) {
		this.hashes = hashes;
		this.registrations = registrations;
		this.sendCode = sendCode;
		this.transactions = transactions;
		this.clock = clock;
	}

	Mono<RegistrationId> register(NewRegistration request, ClientAddress client) {
		return this.hashes.hash(request.password())
			.map((hash) -> new Registration(RegistrationId.next(), request.email(), request.givenName(),
					request.familyName(), hash, null, request.language()))
			.flatMap((registration) -> store(registration, client));
	}

	/**
	 * A registration without a password, of a person who came from a provider. Its
	 * address is not proved there.
	 */
	Mono<RegistrationId> register(UnprovedPerson request, ClientAddress client) {
		return store(new Registration(RegistrationId.next(), request.email(), request.givenName(), request.familyName(),
				null, request.person(), request.language()), client);
	}

	private Mono<RegistrationId> store(Registration registration, ClientAddress client) {
		return this.transactions.inOne(this.registrations.add(registration, this.clock.instant())
			.then(this.sendCode.first(registration.recipient(), client))
			.thenReturn(registration.id()));
	}

}
