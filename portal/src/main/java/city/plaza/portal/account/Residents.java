package city.plaza.portal.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** identity-service's residents. */
@HttpExchange
public interface Residents {

	/** The visitor. */
	@GetExchange("/api/v1/me")
	Mono<Resident> me();

	/** Gives the visitor another name. */
	@PutExchange("/api/v1/me/name")
	Mono<Void> rename(@RequestBody Name name);

	/** Both names, as typed. */
	record Name(@Nullable String givenName, @Nullable String familyName) {
	}

	/**
	 * A resident.
	 *
	 * @param email to sign in with
	 * @param givenName first name
	 * @param familyName last name
	 * @param lastSignInAt before this session; null at the first
	 * @param contact how to be reached; null until it is entered
	 * @param address for mail; null until it is entered
	 * @param registration how far it has come; null of staff
	 * @param hasPassword false of who signs in by a provider or a passkey alone
	 */
	record Resident(String email, String givenName, String familyName, @Nullable Instant lastSignInAt,
			@Nullable Contact contact, @Nullable Address address, @Nullable Progress registration,
			boolean hasPassword) {

		public String name() {
			return this.givenName + " " + this.familyName;
		}

		/** Whether there is something left to do before the registration is complete. */
		public boolean unfinished() {
			return this.registration != null && !this.registration.complete();
		}

		/** Whether a step can be changed here: a city may not offer it. */
		public boolean offers(String step) {
			return this.registration != null
					&& this.registration.steps().stream().anyMatch((each) -> each.step().equals(step));
		}

	}

	/**
	 * How a resident wants to be reached.
	 *
	 * @param preference such as {@code text-message}
	 * @param phoneText the phone as people write it; null where there is none
	 * @param language of messages; null where it was not chosen
	 */
	record Contact(String preference, @Nullable String phoneText, @Nullable String language) {
	}

	/**
	 * A postal address.
	 *
	 * @param line2 null where there is none
	 * @param state two letters
	 * @param postalCode ZIP or ZIP+4
	 */
	record Address(String line1, @Nullable String line2, String city, String state, String postalCode) {

		public String cityStateZip() {
			return this.city + ", " + this.state + " " + this.postalCode;
		}

	}

	/**
	 * How far a registration has come.
	 *
	 * @param complete whether it was submitted
	 * @param nextStep the first that is missing; {@code check} when only submitting is
	 * left, null once complete
	 * @param steps that the city offers
	 */
	record Progress(boolean complete, @Nullable String nextStep, List<Step> steps) {
	}

	/** One step. */
	record Step(String step, boolean required, boolean complete) {
	}

}
