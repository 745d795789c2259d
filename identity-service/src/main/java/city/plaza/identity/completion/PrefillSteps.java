package city.plaza.identity.completion;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.profile.PhoneNumber;
import city.plaza.identity.profile.PostalAddress;
import city.plaza.identity.profile.Profile;
import city.plaza.identity.profile.Profiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Fills steps in with what the city knew before, to be reviewed: as drafts, so that
 * nothing is in force until the resident accepts it. What the resident typed stays.
 */
@Component
public class PrefillSteps {

	private final Profiles profiles;

	private final Drafts drafts;

	private final Clock clock;

	PrefillSteps(Profiles profiles, Drafts drafts, Clock clock) {
		this.profiles = profiles;
		this.drafts = drafts;
		this.clock = clock;
	}

	/**
	 * Fills them in, but for those that are done. Runs in the transaction of its caller.
	 * @param phone null where none is known
	 * @param address null where none is known
	 * @return completes where there is nothing to fill in, too
	 */
	public Mono<Void> prefill(AccountId resident, @Nullable PhoneNumber phone, @Nullable PostalAddress address) {
		if (phone == null && address == null) {
			return Mono.empty();
		}
		return this.profiles.lock(resident)
			.filter((profile) -> !profile.submitted())
			.flatMap((profile) -> contact(profile, phone).then(address(profile, address)));
	}

	private Mono<Void> contact(Profile profile, @Nullable PhoneNumber phone) {
		return (phone == null || profile.contact() != null) ? Mono.empty()
				: this.drafts.offer(profile.resident(), Step.CONTACT, Map.of("phone", phone.formatted()), now());
	}

	private Mono<Void> address(Profile profile, @Nullable PostalAddress address) {
		return (address == null || profile.address() != null) ? Mono.empty()
				: this.drafts.offer(profile.resident(), Step.ADDRESS, fields(address), now());
	}

	/** As the step's form names them. */
	private static Map<String, String> fields(PostalAddress address) {
		Map<String, String> fields = new HashMap<>(Map.of("line1", address.line1(), "city", address.city(), "state",
				address.state(), "postalCode", address.postalCode()));
		if (address.line2() != null) {
			fields.put("line2", address.line2());
		}
		return fields;
	}

	private Instant now() {
		return this.clock.instant();
	}

}
