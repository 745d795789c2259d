package city.plaza.identity.registration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.Problem.FieldError;
import city.plaza.platform.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Registers a person who came from a provider that does not vouch for an email address:
 * by a code of our own, as everybody else. Known addresses and new ones get the same
 * response.
 */
@Component
public class RegisterFromProvider {

	/** Whether a code is on its way. */
	public sealed interface Outcome {

		/**
		 * It is, if the address can be used.
		 *
		 * @param id to confirm it by
		 */
		record Started(RegistrationId id) implements Outcome {
		}

		/**
		 * Some fields cannot be taken.
		 *
		 * @param errors one of each
		 */
		record Refused(List<FieldError> errors) implements Outcome {
		}

		/**
		 * The network has registered too many.
		 *
		 * @param pause until the next
		 */
		record TooMany(Duration pause) implements Outcome {
		}

	}

	private final Register register;

	private final SignUpLimits limits;

	RegisterFromProvider(Register register, SignUpLimits limits) {
		this.register = register;
		this.limits = limits;
	}

	/**
	 * Registers.
	 * @param person at the provider
	 * @param email as typed
	 * @param givenName as typed
	 * @param familyName as typed
	 * @param language of mails
	 * @return whether a code is on its way
	 */
	public Mono<Outcome> register(ProviderSubject person, @Nullable String email, @Nullable String givenName,
			@Nullable String familyName, Language language, ClientAddress client) {
		Optional<EmailAddress> address = EmailAddress.read(email);
		List<FieldError> errors = new ArrayList<>();
		if (address.isEmpty()) {
			errors.add(ReadRegistration.noAddress(email));
		}
		errors.addAll(nameErrors(givenName, familyName));
		if (address.isEmpty() || !errors.isEmpty()) {
			return Mono.just(new Outcome.Refused(errors));
		}
		UnprovedPerson request = new UnprovedPerson(person, address.get(), PersonName.of(givenName),
				PersonName.of(familyName), language);
		return this.limits.take(client)
			.flatMap((wait) -> wait.isPositive() ? Mono.just(new Outcome.TooMany(wait))
					: this.register.register(request, client).map(Outcome.Started::new));
	}

	/**
	 * What is wrong with the names of somebody who registers.
	 * @param givenName as typed
	 * @param familyName as typed
	 * @return one error of each field
	 */
	public static List<FieldError> nameErrors(@Nullable String givenName, @Nullable String familyName) {
		List<FieldError> errors = new ArrayList<>();
		ReadRegistration.addViolation(errors, "givenName", PersonName.violationOf(givenName));
		ReadRegistration.addViolation(errors, "familyName", PersonName.violationOf(familyName));
		return errors;
	}

}
